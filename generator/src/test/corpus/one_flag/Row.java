// Generated from specs/one_flag.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo.one_flag;

import javax.annotation.processing.Generated;

/**
 * The rows of <code>demo.one_flag</code> that answer.
 */
@Generated("foliospec")
public enum Row {
  /**
   * G1: a row of <code>gate</code>.
   */
  G1("demo.one_flag", "G1", "S", "specs/one_flag.folio:28"),

  /**
   * G2: a row of <code>gate</code>.
   */
  G2("demo.one_flag", "G2", "S", "specs/one_flag.folio:29"),

  /**
   * A1: a row of <code>access</code>.
   */
  A1("demo.one_flag", "A1", "S", "specs/one_flag.folio:34"),

  /**
   * C1: a row of <code>conversion</code>.
   */
  C1("demo.one_flag", "C1", "S", "specs/one_flag.folio:40"),

  /**
   * C2: the host must not keep it.
   */
  C2("demo.one_flag", "C2", "S", "specs/one_flag.folio:41");

  private final String policy;

  private final String id;

  private final String source;

  private final String at;

  Row(String policy, String id, String source, String at) {
    this.policy = policy;
    this.id = id;
    this.source = source;
    this.at = at;
  }

  /**
   * The policy that declares it.
   */
  public String policy() {
    return policy;
  }

  /**
   * Its name in the tables.
   */
  public String id() {
    return id;
  }

  /**
   * The documents that it rests on.
   */
  public String source() {
    return source;
  }

  /**
   * The file and line in which it was written.
   */
  public String at() {
    return at;
  }
}
