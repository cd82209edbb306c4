// Generated from specs/one_flag.folio. Edit the tables, not this file.
package foliospec.generated.demo;

import javax.annotation.processing.Generated;

/**
 * What asks for a change; a record for each kind.
 */
@Generated("foliospec")
public sealed interface Event {
  /**
   * Which kind it is, to switch over.
   */
  Kind kind();

  /**
   * The kinds of events.
   */
  enum Kind {
    /**
     * <code>read</code>.
     */
    READ("read", false),

    /**
     * <code>convert</code>.
     */
    CONVERT("convert", false);

    private final String spelling;

    private final boolean silent;

    Kind(String spelling, boolean silent) {
      this.spelling = spelling;
      this.silent = silent;
    }

    /**
     * As the tables write it.
     */
    public String spelling() {
      return spelling;
    }

    /**
     * Whether nobody sees it happen.
     */
    public boolean silent() {
      return silent;
    }
  }

  /**
   * <code>read</code>.
   *
   * <p>By host.
   */
  record Read() implements Event {
    @Override
    public Kind kind() {
      return Kind.READ;
    }
  }

  /**
   * <code>convert</code>.
   *
   * <p>By host.
   */
  record Convert() implements Event {
    @Override
    public Kind kind() {
      return Kind.CONVERT;
    }
  }
}
