// Generated from specs/one_flag.folio. Edit the tables, not this file.
package foliospec.generated.demo;

import javax.annotation.processing.Generated;

/**
 * What <code>sees</code> may be: <code>zeros | data</code>.
 */
@Generated("foliospec")
public enum Sees {
  /**
   * <code>zeros</code>.
   */
  ZEROS("zeros"),

  /**
   * <code>data</code>.
   */
  DATA("data");

  private final String spelling;

  Sees(String spelling) {
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
  public static Sees of(String spelling) {
    for (Sees each : values()) {
      if (each.spelling.equals(spelling)) {
        return each;
      }
    }
    throw new IllegalArgumentException(spelling);
  }
}
