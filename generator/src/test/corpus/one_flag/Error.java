// Generated from specs/one_flag.folio. Edit the tables, not this file.
package foliospec.generated.demo;

import javax.annotation.processing.Generated;

/**
 * What may be answered instead of ok.
 */
@Generated("foliospec")
public enum Error {
  /**
   * the page is private.
   */
  SIGBUS("SIGBUS"),

  /**
   * <code>ENOMEM</code>.
   */
  ENOMEM("ENOMEM");

  private final String spelling;

  Error(String spelling) {
    this.spelling = spelling;
  }

  /**
   * As the tables write it.
   */
  public String spelling() {
    return spelling;
  }

  /**
   * The constant that the tables write so.
   */
  public static Error of(String spelling) {
    for (Error each : values()) {
      if (each.spelling.equals(spelling)) {
        return each;
      }
    }
    throw new IllegalArgumentException(spelling);
  }
}
