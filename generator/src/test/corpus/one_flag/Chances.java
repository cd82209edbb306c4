// Generated from specs/one_flag.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo.one_flag;

import foliospec.generated.demo.YesNo;
import javax.annotation.processing.Generated;

/**
 * What the environment chooses, afresh at each event.
 *
 * @param nomem <code>nomem</code>: no | yes
 */
@Generated("foliospec")
public record Chances(YesNo nomem) {
  /**
   * What happens unless something is forced.
   */
  public static final Chances USUAL = new Chances(YesNo.NO);
}
