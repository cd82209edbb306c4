// Generated from specs/one_flag.folio. Edit the tables, not this file.
package foliospec.generated.demo;

import javax.annotation.processing.Generated;

/**
 * What <code>attr</code> may be: <code>private | shared</code>.
 */
@Generated("foliospec")
public enum Attr {
  /**
   * <code>private</code>.
   */
  PRIVATE("private"),

  /**
   * <code>shared</code>.
   */
  SHARED("shared");

  private final String spelling;

  Attr(String spelling) {
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
  public static Attr of(String spelling) {
    for (Attr each : values()) {
      if (each.spelling.equals(spelling)) {
        return each;
      }
    }
    throw new IllegalArgumentException(spelling);
  }
}
