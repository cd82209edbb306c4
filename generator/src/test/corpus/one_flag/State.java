// Generated from specs/one_flag.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo.one_flag;

import foliospec.generated.demo.Attr;
import foliospec.generated.demo.YesNo;
import javax.annotation.processing.Generated;

/**
 * A state of <code>demo.one_flag</code>: one value for each of its variables.
 *
 * @param attr <code>attr</code>: private | shared
 */
@Generated("foliospec")
public record State(Attr attr) {
  /**
   * The state in which a run starts.
   */
  public static State initial(Config c) {
    return new State(
        c.initShared() == YesNo.YES ? Attr.SHARED : Attr.PRIVATE);
  }

  /**
   * The same, with another <code>attr</code>.
   */
  public State withAttr(Attr attr) {
    return new State(attr);
  }
}
