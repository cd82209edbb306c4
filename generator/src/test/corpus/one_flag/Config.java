// Generated from specs/one_flag.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo.one_flag;

import foliospec.generated.demo.YesNo;
import javax.annotation.processing.Generated;

/**
 * What does not change in a run of <code>demo.one_flag</code>: flags, and questions that its
 * sources leave open.
 *
 * @param initShared <code>init_shared</code>: no | yes
 */
@Generated("foliospec")
public record Config(YesNo initShared) {
}
