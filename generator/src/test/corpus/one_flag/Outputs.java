// Generated from specs/one_flag.folio. Edit the tables, not this file.
package foliospec.generated.demo;

import javax.annotation.processing.Generated;

/**
 * What is answered beside ok or an error; {@code null} is no output.
 *
 * @param sees <code>sees</code>: zeros | data
 */
@Generated("foliospec")
public record Outputs(Sees sees) {
  /**
   * No output.
   */
  public static final Outputs NONE = new Outputs(null);

  private static final Outputs[] EACH_1 = each1();

  private static Outputs[] each1() {
    Sees[] values = Sees.values();
    Outputs[] each = new Outputs[values.length];
    for (int i = 0; i < values.length; i++) {
      each[i] = new Outputs(values[i]);
    }
    return each;
  }

  /**
   * Only <code>sees</code>.
   */
  public static Outputs sees(Sees sees) {
    return EACH_1[sees.ordinal()];
  }
}
