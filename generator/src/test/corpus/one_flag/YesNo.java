// Generated from specs/one_flag.folio. Edit the tables, not this file.
package foliospec.generated.demo;

import javax.annotation.processing.Generated;

/**
 * No or yes.
 */
@Generated("foliospec")
public enum YesNo {
  /**
   * <code>no</code>.
   */
  NO("no"),

  /**
   * <code>yes</code>.
   */
  YES("yes");

  private final String spelling;

  YesNo(String spelling) {
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
  public static YesNo of(String spelling) {
    for (YesNo each : values()) {
      if (each.spelling.equals(spelling)) {
        return each;
      }
    }
    throw new IllegalArgumentException(spelling);
  }
}
