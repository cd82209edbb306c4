// Generated from specs/one_flag.folio. Edit the tables, not this file.
package foliospec.generated.demo;

import javax.annotation.processing.Generated;

/**
 * What a hypervisor does in a transition; it is named here, not carried out.
 */
@Generated("foliospec")
public enum Effect {
  /**
   * the host's mappings go.
   */
  UNMAP("unmap");

  private final String spelling;

  Effect(String spelling) {
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
  public static Effect of(String spelling) {
    for (Effect each : values()) {
      if (each.spelling.equals(spelling)) {
        return each;
      }
    }
    throw new IllegalArgumentException(spelling);
  }
}
