// Generated from specs/wide.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo;

import foliospec.generated.demo.Event;
import foliospec.generated.demo.Outputs;
import foliospec.generated.demo.Wide;
import foliospec.generated.demo.demo.wide.Chances;
import foliospec.generated.demo.demo.wide.Config;
import foliospec.generated.demo.demo.wide.Row;
import foliospec.generated.demo.demo.wide.State;
import foliospec.generated.demo.demo.wide.Step;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Transitions of the VM type <code>demo.wide</code>. Effects are named, not carried out.
 */
@Generated("foliospec")
public final class WideMachine {
  private WideMachine() {
  }

  /**
   * Answers an event when the environment does what it usually does.
   */
  public static Step step(Config c, State s, Event event) {
    return step(c, s, event, Chances.USUAL);
  }

  /**
   * Answers an event.
   */
  public static Step step(Config c, State s, Event event, Chances chances) {
    return switch (event.kind()) {
      case NEXT -> next(s);
    };
  }

  /**
   * Answers <code>next</code>: table <code>next</code>.
   */
  private static Step next(State s) {
    return s.wide().ordinal() < 65 ? nextPart1(s) : nextPart2(s);
  }

  /**
   * A part of {@code next}.
   */
  private static Step nextPart1(State s) {
    return switch (s.wide()) {
      case V0 -> n0(s);
      case V1 -> n1(s);
      case V2 -> n2(s);
      case V3 -> n3(s);
      case V4 -> n4(s);
      case V5 -> n5(s);
      case V6 -> n6(s);
      case V7 -> n7(s);
      case V8 -> n8(s);
      case V9 -> n9(s);
      case V10 -> n10(s);
      case V11 -> n11(s);
      case V12 -> n12(s);
      case V13 -> n13(s);
      case V14 -> n14(s);
      case V15 -> n15(s);
      case V16 -> n16(s);
      case V17 -> n17(s);
      case V18 -> n18(s);
      case V19 -> n19(s);
      case V20 -> n20(s);
      case V21 -> n21(s);
      case V22 -> n22(s);
      case V23 -> n23(s);
      case V24 -> n24(s);
      case V25 -> n25(s);
      case V26 -> n26(s);
      case V27 -> n27(s);
      case V28 -> n28(s);
      case V29 -> n29(s);
      case V30 -> n30(s);
      case V31 -> n31(s);
      case V32 -> n32(s);
      case V33 -> n33(s);
      case V34 -> n34(s);
      case V35 -> n35(s);
      case V36 -> n36(s);
      case V37 -> n37(s);
      case V38 -> n38(s);
      case V39 -> n39(s);
      case V40 -> n40(s);
      case V41 -> n41(s);
      case V42 -> n42(s);
      case V43 -> n43(s);
      case V44 -> n44(s);
      case V45 -> n45(s);
      case V46 -> n46(s);
      case V47 -> n47(s);
      case V48 -> n48(s);
      case V49 -> n49(s);
      case V50 -> n50(s);
      case V51 -> n51(s);
      case V52 -> n52(s);
      case V53 -> n53(s);
      case V54 -> n54(s);
      case V55 -> n55(s);
      case V56 -> n56(s);
      case V57 -> n57(s);
      case V58 -> n58(s);
      case V59 -> n59(s);
      case V60 -> n60(s);
      case V61 -> n61(s);
      case V62 -> n62(s);
      case V63 -> n63(s);
      case V64 -> n64(s);
      case
          V65, V66, V67, V68, V69, V70, V71, V72, V73, V74, V75, V76, V77, V78, V79, V80, V81,
          V82, V83, V84, V85, V86, V87, V88, V89, V90, V91, V92, V93, V94, V95, V96, V97, V98,
          V99, V100, V101, V102, V103, V104, V105, V106, V107, V108, V109, V110, V111, V112,
          V113, V114, V115, V116, V117, V118, V119, V120, V121, V122, V123, V124, V125, V126,
          V127, V128, V129 -> Step.uncovered(s);
    };
  }

  /**
   * A part of {@code next}.
   */
  private static Step nextPart2(State s) {
    return switch (s.wide()) {
      case V65 -> n65(s);
      case V66 -> n66(s);
      case V67 -> n67(s);
      case V68 -> n68(s);
      case V69 -> n69(s);
      case V70 -> n70(s);
      case V71 -> n71(s);
      case V72 -> n72(s);
      case V73 -> n73(s);
      case V74 -> n74(s);
      case V75 -> n75(s);
      case V76 -> n76(s);
      case V77 -> n77(s);
      case V78 -> n78(s);
      case V79 -> n79(s);
      case V80 -> n80(s);
      case V81 -> n81(s);
      case V82 -> n82(s);
      case V83 -> n83(s);
      case V84 -> n84(s);
      case V85 -> n85(s);
      case V86 -> n86(s);
      case V87 -> n87(s);
      case V88 -> n88(s);
      case V89 -> n89(s);
      case V90 -> n90(s);
      case V91 -> n91(s);
      case V92 -> n92(s);
      case V93 -> n93(s);
      case V94 -> n94(s);
      case V95 -> n95(s);
      case V96 -> n96(s);
      case V97 -> n97(s);
      case V98 -> n98(s);
      case V99 -> n99(s);
      case V100 -> n100(s);
      case V101 -> n101(s);
      case V102 -> n102(s);
      case V103 -> n103(s);
      case V104 -> n104(s);
      case V105 -> n105(s);
      case V106 -> n106(s);
      case V107 -> n107(s);
      case V108 -> n108(s);
      case V109 -> n109(s);
      case V110 -> n110(s);
      case V111 -> n111(s);
      case V112 -> n112(s);
      case V113 -> n113(s);
      case V114 -> n114(s);
      case V115 -> n115(s);
      case V116 -> n116(s);
      case V117 -> n117(s);
      case V118 -> n118(s);
      case V119 -> n119(s);
      case V120 -> n120(s);
      case V121 -> n121(s);
      case V122 -> n122(s);
      case V123 -> n123(s);
      case V124 -> n124(s);
      case V125 -> n125(s);
      case V126 -> n126(s);
      case V127 -> n127(s);
      case V128 -> n128(s);
      case V129 -> n129(s);
      case
          V0, V1, V2, V3, V4, V5, V6, V7, V8, V9, V10, V11, V12, V13, V14, V15, V16, V17, V18,
          V19, V20, V21, V22, V23, V24, V25, V26, V27, V28, V29, V30, V31, V32, V33, V34, V35,
          V36, V37, V38, V39, V40, V41, V42, V43, V44, V45, V46, V47, V48, V49, V50, V51, V52,
          V53, V54, V55, V56, V57, V58, V59, V60, V61, V62, V63, V64 -> Step.uncovered(s);
    };
  }

  /**
   * N0: a row of <code>next</code>.
   *
   * <p>Where wide v0: ok; wide' = v1. Source: S. Row: specs/wide.folio:25.
   */
  private static Step n0(State s) {
    return Step.ok(Row.N0, s.withWide(Wide.V1), Outputs.NONE, List.of());
  }

  /**
   * N1: a row of <code>next</code>.
   *
   * <p>Where wide v1: ok; wide' = v2. Source: S. Row: specs/wide.folio:26.
   */
  private static Step n1(State s) {
    return Step.ok(Row.N1, s.withWide(Wide.V2), Outputs.NONE, List.of());
  }

  /**
   * N2: a row of <code>next</code>.
   *
   * <p>Where wide v2: ok; wide' = v3. Source: S. Row: specs/wide.folio:27.
   */
  private static Step n2(State s) {
    return Step.ok(Row.N2, s.withWide(Wide.V3), Outputs.NONE, List.of());
  }

  /**
   * N3: a row of <code>next</code>.
   *
   * <p>Where wide v3: ok; wide' = v4. Source: S. Row: specs/wide.folio:28.
   */
  private static Step n3(State s) {
    return Step.ok(Row.N3, s.withWide(Wide.V4), Outputs.NONE, List.of());
  }

  /**
   * N4: a row of <code>next</code>.
   *
   * <p>Where wide v4: ok; wide' = v5. Source: S. Row: specs/wide.folio:29.
   */
  private static Step n4(State s) {
    return Step.ok(Row.N4, s.withWide(Wide.V5), Outputs.NONE, List.of());
  }

  /**
   * N5: a row of <code>next</code>.
   *
   * <p>Where wide v5: ok; wide' = v6. Source: S. Row: specs/wide.folio:30.
   */
  private static Step n5(State s) {
    return Step.ok(Row.N5, s.withWide(Wide.V6), Outputs.NONE, List.of());
  }

  /**
   * N6: a row of <code>next</code>.
   *
   * <p>Where wide v6: ok; wide' = v7. Source: S. Row: specs/wide.folio:31.
   */
  private static Step n6(State s) {
    return Step.ok(Row.N6, s.withWide(Wide.V7), Outputs.NONE, List.of());
  }

  /**
   * N7: a row of <code>next</code>.
   *
   * <p>Where wide v7: ok; wide' = v8. Source: S. Row: specs/wide.folio:32.
   */
  private static Step n7(State s) {
    return Step.ok(Row.N7, s.withWide(Wide.V8), Outputs.NONE, List.of());
  }

  /**
   * N8: a row of <code>next</code>.
   *
   * <p>Where wide v8: ok; wide' = v9. Source: S. Row: specs/wide.folio:33.
   */
  private static Step n8(State s) {
    return Step.ok(Row.N8, s.withWide(Wide.V9), Outputs.NONE, List.of());
  }

  /**
   * N9: a row of <code>next</code>.
   *
   * <p>Where wide v9: ok; wide' = v10. Source: S. Row: specs/wide.folio:34.
   */
  private static Step n9(State s) {
    return Step.ok(Row.N9, s.withWide(Wide.V10), Outputs.NONE, List.of());
  }

  /**
   * N10: a row of <code>next</code>.
   *
   * <p>Where wide v10: ok; wide' = v11. Source: S. Row: specs/wide.folio:35.
   */
  private static Step n10(State s) {
    return Step.ok(Row.N10, s.withWide(Wide.V11), Outputs.NONE, List.of());
  }

  /**
   * N11: a row of <code>next</code>.
   *
   * <p>Where wide v11: ok; wide' = v12. Source: S. Row: specs/wide.folio:36.
   */
  private static Step n11(State s) {
    return Step.ok(Row.N11, s.withWide(Wide.V12), Outputs.NONE, List.of());
  }

  /**
   * N12: a row of <code>next</code>.
   *
   * <p>Where wide v12: ok; wide' = v13. Source: S. Row: specs/wide.folio:37.
   */
  private static Step n12(State s) {
    return Step.ok(Row.N12, s.withWide(Wide.V13), Outputs.NONE, List.of());
  }

  /**
   * N13: a row of <code>next</code>.
   *
   * <p>Where wide v13: ok; wide' = v14. Source: S. Row: specs/wide.folio:38.
   */
  private static Step n13(State s) {
    return Step.ok(Row.N13, s.withWide(Wide.V14), Outputs.NONE, List.of());
  }

  /**
   * N14: a row of <code>next</code>.
   *
   * <p>Where wide v14: ok; wide' = v15. Source: S. Row: specs/wide.folio:39.
   */
  private static Step n14(State s) {
    return Step.ok(Row.N14, s.withWide(Wide.V15), Outputs.NONE, List.of());
  }

  /**
   * N15: a row of <code>next</code>.
   *
   * <p>Where wide v15: ok; wide' = v16. Source: S. Row: specs/wide.folio:40.
   */
  private static Step n15(State s) {
    return Step.ok(Row.N15, s.withWide(Wide.V16), Outputs.NONE, List.of());
  }

  /**
   * N16: a row of <code>next</code>.
   *
   * <p>Where wide v16: ok; wide' = v17. Source: S. Row: specs/wide.folio:41.
   */
  private static Step n16(State s) {
    return Step.ok(Row.N16, s.withWide(Wide.V17), Outputs.NONE, List.of());
  }

  /**
   * N17: a row of <code>next</code>.
   *
   * <p>Where wide v17: ok; wide' = v18. Source: S. Row: specs/wide.folio:42.
   */
  private static Step n17(State s) {
    return Step.ok(Row.N17, s.withWide(Wide.V18), Outputs.NONE, List.of());
  }

  /**
   * N18: a row of <code>next</code>.
   *
   * <p>Where wide v18: ok; wide' = v19. Source: S. Row: specs/wide.folio:43.
   */
  private static Step n18(State s) {
    return Step.ok(Row.N18, s.withWide(Wide.V19), Outputs.NONE, List.of());
  }

  /**
   * N19: a row of <code>next</code>.
   *
   * <p>Where wide v19: ok; wide' = v20. Source: S. Row: specs/wide.folio:44.
   */
  private static Step n19(State s) {
    return Step.ok(Row.N19, s.withWide(Wide.V20), Outputs.NONE, List.of());
  }

  /**
   * N20: a row of <code>next</code>.
   *
   * <p>Where wide v20: ok; wide' = v21. Source: S. Row: specs/wide.folio:45.
   */
  private static Step n20(State s) {
    return Step.ok(Row.N20, s.withWide(Wide.V21), Outputs.NONE, List.of());
  }

  /**
   * N21: a row of <code>next</code>.
   *
   * <p>Where wide v21: ok; wide' = v22. Source: S. Row: specs/wide.folio:46.
   */
  private static Step n21(State s) {
    return Step.ok(Row.N21, s.withWide(Wide.V22), Outputs.NONE, List.of());
  }

  /**
   * N22: a row of <code>next</code>.
   *
   * <p>Where wide v22: ok; wide' = v23. Source: S. Row: specs/wide.folio:47.
   */
  private static Step n22(State s) {
    return Step.ok(Row.N22, s.withWide(Wide.V23), Outputs.NONE, List.of());
  }

  /**
   * N23: a row of <code>next</code>.
   *
   * <p>Where wide v23: ok; wide' = v24. Source: S. Row: specs/wide.folio:48.
   */
  private static Step n23(State s) {
    return Step.ok(Row.N23, s.withWide(Wide.V24), Outputs.NONE, List.of());
  }

  /**
   * N24: a row of <code>next</code>.
   *
   * <p>Where wide v24: ok; wide' = v25. Source: S. Row: specs/wide.folio:49.
   */
  private static Step n24(State s) {
    return Step.ok(Row.N24, s.withWide(Wide.V25), Outputs.NONE, List.of());
  }

  /**
   * N25: a row of <code>next</code>.
   *
   * <p>Where wide v25: ok; wide' = v26. Source: S. Row: specs/wide.folio:50.
   */
  private static Step n25(State s) {
    return Step.ok(Row.N25, s.withWide(Wide.V26), Outputs.NONE, List.of());
  }

  /**
   * N26: a row of <code>next</code>.
   *
   * <p>Where wide v26: ok; wide' = v27. Source: S. Row: specs/wide.folio:51.
   */
  private static Step n26(State s) {
    return Step.ok(Row.N26, s.withWide(Wide.V27), Outputs.NONE, List.of());
  }

  /**
   * N27: a row of <code>next</code>.
   *
   * <p>Where wide v27: ok; wide' = v28. Source: S. Row: specs/wide.folio:52.
   */
  private static Step n27(State s) {
    return Step.ok(Row.N27, s.withWide(Wide.V28), Outputs.NONE, List.of());
  }

  /**
   * N28: a row of <code>next</code>.
   *
   * <p>Where wide v28: ok; wide' = v29. Source: S. Row: specs/wide.folio:53.
   */
  private static Step n28(State s) {
    return Step.ok(Row.N28, s.withWide(Wide.V29), Outputs.NONE, List.of());
  }

  /**
   * N29: a row of <code>next</code>.
   *
   * <p>Where wide v29: ok; wide' = v30. Source: S. Row: specs/wide.folio:54.
   */
  private static Step n29(State s) {
    return Step.ok(Row.N29, s.withWide(Wide.V30), Outputs.NONE, List.of());
  }

  /**
   * N30: a row of <code>next</code>.
   *
   * <p>Where wide v30: ok; wide' = v31. Source: S. Row: specs/wide.folio:55.
   */
  private static Step n30(State s) {
    return Step.ok(Row.N30, s.withWide(Wide.V31), Outputs.NONE, List.of());
  }

  /**
   * N31: a row of <code>next</code>.
   *
   * <p>Where wide v31: ok; wide' = v32. Source: S. Row: specs/wide.folio:56.
   */
  private static Step n31(State s) {
    return Step.ok(Row.N31, s.withWide(Wide.V32), Outputs.NONE, List.of());
  }

  /**
   * N32: a row of <code>next</code>.
   *
   * <p>Where wide v32: ok; wide' = v33. Source: S. Row: specs/wide.folio:57.
   */
  private static Step n32(State s) {
    return Step.ok(Row.N32, s.withWide(Wide.V33), Outputs.NONE, List.of());
  }

  /**
   * N33: a row of <code>next</code>.
   *
   * <p>Where wide v33: ok; wide' = v34. Source: S. Row: specs/wide.folio:58.
   */
  private static Step n33(State s) {
    return Step.ok(Row.N33, s.withWide(Wide.V34), Outputs.NONE, List.of());
  }

  /**
   * N34: a row of <code>next</code>.
   *
   * <p>Where wide v34: ok; wide' = v35. Source: S. Row: specs/wide.folio:59.
   */
  private static Step n34(State s) {
    return Step.ok(Row.N34, s.withWide(Wide.V35), Outputs.NONE, List.of());
  }

  /**
   * N35: a row of <code>next</code>.
   *
   * <p>Where wide v35: ok; wide' = v36. Source: S. Row: specs/wide.folio:60.
   */
  private static Step n35(State s) {
    return Step.ok(Row.N35, s.withWide(Wide.V36), Outputs.NONE, List.of());
  }

  /**
   * N36: a row of <code>next</code>.
   *
   * <p>Where wide v36: ok; wide' = v37. Source: S. Row: specs/wide.folio:61.
   */
  private static Step n36(State s) {
    return Step.ok(Row.N36, s.withWide(Wide.V37), Outputs.NONE, List.of());
  }

  /**
   * N37: a row of <code>next</code>.
   *
   * <p>Where wide v37: ok; wide' = v38. Source: S. Row: specs/wide.folio:62.
   */
  private static Step n37(State s) {
    return Step.ok(Row.N37, s.withWide(Wide.V38), Outputs.NONE, List.of());
  }

  /**
   * N38: a row of <code>next</code>.
   *
   * <p>Where wide v38: ok; wide' = v39. Source: S. Row: specs/wide.folio:63.
   */
  private static Step n38(State s) {
    return Step.ok(Row.N38, s.withWide(Wide.V39), Outputs.NONE, List.of());
  }

  /**
   * N39: a row of <code>next</code>.
   *
   * <p>Where wide v39: ok; wide' = v40. Source: S. Row: specs/wide.folio:64.
   */
  private static Step n39(State s) {
    return Step.ok(Row.N39, s.withWide(Wide.V40), Outputs.NONE, List.of());
  }

  /**
   * N40: a row of <code>next</code>.
   *
   * <p>Where wide v40: ok; wide' = v41. Source: S. Row: specs/wide.folio:65.
   */
  private static Step n40(State s) {
    return Step.ok(Row.N40, s.withWide(Wide.V41), Outputs.NONE, List.of());
  }

  /**
   * N41: a row of <code>next</code>.
   *
   * <p>Where wide v41: ok; wide' = v42. Source: S. Row: specs/wide.folio:66.
   */
  private static Step n41(State s) {
    return Step.ok(Row.N41, s.withWide(Wide.V42), Outputs.NONE, List.of());
  }

  /**
   * N42: a row of <code>next</code>.
   *
   * <p>Where wide v42: ok; wide' = v43. Source: S. Row: specs/wide.folio:67.
   */
  private static Step n42(State s) {
    return Step.ok(Row.N42, s.withWide(Wide.V43), Outputs.NONE, List.of());
  }

  /**
   * N43: a row of <code>next</code>.
   *
   * <p>Where wide v43: ok; wide' = v44. Source: S. Row: specs/wide.folio:68.
   */
  private static Step n43(State s) {
    return Step.ok(Row.N43, s.withWide(Wide.V44), Outputs.NONE, List.of());
  }

  /**
   * N44: a row of <code>next</code>.
   *
   * <p>Where wide v44: ok; wide' = v45. Source: S. Row: specs/wide.folio:69.
   */
  private static Step n44(State s) {
    return Step.ok(Row.N44, s.withWide(Wide.V45), Outputs.NONE, List.of());
  }

  /**
   * N45: a row of <code>next</code>.
   *
   * <p>Where wide v45: ok; wide' = v46. Source: S. Row: specs/wide.folio:70.
   */
  private static Step n45(State s) {
    return Step.ok(Row.N45, s.withWide(Wide.V46), Outputs.NONE, List.of());
  }

  /**
   * N46: a row of <code>next</code>.
   *
   * <p>Where wide v46: ok; wide' = v47. Source: S. Row: specs/wide.folio:71.
   */
  private static Step n46(State s) {
    return Step.ok(Row.N46, s.withWide(Wide.V47), Outputs.NONE, List.of());
  }

  /**
   * N47: a row of <code>next</code>.
   *
   * <p>Where wide v47: ok; wide' = v48. Source: S. Row: specs/wide.folio:72.
   */
  private static Step n47(State s) {
    return Step.ok(Row.N47, s.withWide(Wide.V48), Outputs.NONE, List.of());
  }

  /**
   * N48: a row of <code>next</code>.
   *
   * <p>Where wide v48: ok; wide' = v49. Source: S. Row: specs/wide.folio:73.
   */
  private static Step n48(State s) {
    return Step.ok(Row.N48, s.withWide(Wide.V49), Outputs.NONE, List.of());
  }

  /**
   * N49: a row of <code>next</code>.
   *
   * <p>Where wide v49: ok; wide' = v50. Source: S. Row: specs/wide.folio:74.
   */
  private static Step n49(State s) {
    return Step.ok(Row.N49, s.withWide(Wide.V50), Outputs.NONE, List.of());
  }

  /**
   * N50: a row of <code>next</code>.
   *
   * <p>Where wide v50: ok; wide' = v51. Source: S. Row: specs/wide.folio:75.
   */
  private static Step n50(State s) {
    return Step.ok(Row.N50, s.withWide(Wide.V51), Outputs.NONE, List.of());
  }

  /**
   * N51: a row of <code>next</code>.
   *
   * <p>Where wide v51: ok; wide' = v52. Source: S. Row: specs/wide.folio:76.
   */
  private static Step n51(State s) {
    return Step.ok(Row.N51, s.withWide(Wide.V52), Outputs.NONE, List.of());
  }

  /**
   * N52: a row of <code>next</code>.
   *
   * <p>Where wide v52: ok; wide' = v53. Source: S. Row: specs/wide.folio:77.
   */
  private static Step n52(State s) {
    return Step.ok(Row.N52, s.withWide(Wide.V53), Outputs.NONE, List.of());
  }

  /**
   * N53: a row of <code>next</code>.
   *
   * <p>Where wide v53: ok; wide' = v54. Source: S. Row: specs/wide.folio:78.
   */
  private static Step n53(State s) {
    return Step.ok(Row.N53, s.withWide(Wide.V54), Outputs.NONE, List.of());
  }

  /**
   * N54: a row of <code>next</code>.
   *
   * <p>Where wide v54: ok; wide' = v55. Source: S. Row: specs/wide.folio:79.
   */
  private static Step n54(State s) {
    return Step.ok(Row.N54, s.withWide(Wide.V55), Outputs.NONE, List.of());
  }

  /**
   * N55: a row of <code>next</code>.
   *
   * <p>Where wide v55: ok; wide' = v56. Source: S. Row: specs/wide.folio:80.
   */
  private static Step n55(State s) {
    return Step.ok(Row.N55, s.withWide(Wide.V56), Outputs.NONE, List.of());
  }

  /**
   * N56: a row of <code>next</code>.
   *
   * <p>Where wide v56: ok; wide' = v57. Source: S. Row: specs/wide.folio:81.
   */
  private static Step n56(State s) {
    return Step.ok(Row.N56, s.withWide(Wide.V57), Outputs.NONE, List.of());
  }

  /**
   * N57: a row of <code>next</code>.
   *
   * <p>Where wide v57: ok; wide' = v58. Source: S. Row: specs/wide.folio:82.
   */
  private static Step n57(State s) {
    return Step.ok(Row.N57, s.withWide(Wide.V58), Outputs.NONE, List.of());
  }

  /**
   * N58: a row of <code>next</code>.
   *
   * <p>Where wide v58: ok; wide' = v59. Source: S. Row: specs/wide.folio:83.
   */
  private static Step n58(State s) {
    return Step.ok(Row.N58, s.withWide(Wide.V59), Outputs.NONE, List.of());
  }

  /**
   * N59: a row of <code>next</code>.
   *
   * <p>Where wide v59: ok; wide' = v60. Source: S. Row: specs/wide.folio:84.
   */
  private static Step n59(State s) {
    return Step.ok(Row.N59, s.withWide(Wide.V60), Outputs.NONE, List.of());
  }

  /**
   * N60: a row of <code>next</code>.
   *
   * <p>Where wide v60: ok; wide' = v61. Source: S. Row: specs/wide.folio:85.
   */
  private static Step n60(State s) {
    return Step.ok(Row.N60, s.withWide(Wide.V61), Outputs.NONE, List.of());
  }

  /**
   * N61: a row of <code>next</code>.
   *
   * <p>Where wide v61: ok; wide' = v62. Source: S. Row: specs/wide.folio:86.
   */
  private static Step n61(State s) {
    return Step.ok(Row.N61, s.withWide(Wide.V62), Outputs.NONE, List.of());
  }

  /**
   * N62: a row of <code>next</code>.
   *
   * <p>Where wide v62: ok; wide' = v63. Source: S. Row: specs/wide.folio:87.
   */
  private static Step n62(State s) {
    return Step.ok(Row.N62, s.withWide(Wide.V63), Outputs.NONE, List.of());
  }

  /**
   * N63: a row of <code>next</code>.
   *
   * <p>Where wide v63: ok; wide' = v64. Source: S. Row: specs/wide.folio:88.
   */
  private static Step n63(State s) {
    return Step.ok(Row.N63, s.withWide(Wide.V64), Outputs.NONE, List.of());
  }

  /**
   * N64: a row of <code>next</code>.
   *
   * <p>Where wide v64: ok; wide' = v65. Source: S. Row: specs/wide.folio:89.
   */
  private static Step n64(State s) {
    return Step.ok(Row.N64, s.withWide(Wide.V65), Outputs.NONE, List.of());
  }

  /**
   * N65: a row of <code>next</code>.
   *
   * <p>Where wide v65: ok; wide' = v66. Source: S. Row: specs/wide.folio:90.
   */
  private static Step n65(State s) {
    return Step.ok(Row.N65, s.withWide(Wide.V66), Outputs.NONE, List.of());
  }

  /**
   * N66: a row of <code>next</code>.
   *
   * <p>Where wide v66: ok; wide' = v67. Source: S. Row: specs/wide.folio:91.
   */
  private static Step n66(State s) {
    return Step.ok(Row.N66, s.withWide(Wide.V67), Outputs.NONE, List.of());
  }

  /**
   * N67: a row of <code>next</code>.
   *
   * <p>Where wide v67: ok; wide' = v68. Source: S. Row: specs/wide.folio:92.
   */
  private static Step n67(State s) {
    return Step.ok(Row.N67, s.withWide(Wide.V68), Outputs.NONE, List.of());
  }

  /**
   * N68: a row of <code>next</code>.
   *
   * <p>Where wide v68: ok; wide' = v69. Source: S. Row: specs/wide.folio:93.
   */
  private static Step n68(State s) {
    return Step.ok(Row.N68, s.withWide(Wide.V69), Outputs.NONE, List.of());
  }

  /**
   * N69: a row of <code>next</code>.
   *
   * <p>Where wide v69: ok; wide' = v70. Source: S. Row: specs/wide.folio:94.
   */
  private static Step n69(State s) {
    return Step.ok(Row.N69, s.withWide(Wide.V70), Outputs.NONE, List.of());
  }

  /**
   * N70: a row of <code>next</code>.
   *
   * <p>Where wide v70: ok; wide' = v71. Source: S. Row: specs/wide.folio:95.
   */
  private static Step n70(State s) {
    return Step.ok(Row.N70, s.withWide(Wide.V71), Outputs.NONE, List.of());
  }

  /**
   * N71: a row of <code>next</code>.
   *
   * <p>Where wide v71: ok; wide' = v72. Source: S. Row: specs/wide.folio:96.
   */
  private static Step n71(State s) {
    return Step.ok(Row.N71, s.withWide(Wide.V72), Outputs.NONE, List.of());
  }

  /**
   * N72: a row of <code>next</code>.
   *
   * <p>Where wide v72: ok; wide' = v73. Source: S. Row: specs/wide.folio:97.
   */
  private static Step n72(State s) {
    return Step.ok(Row.N72, s.withWide(Wide.V73), Outputs.NONE, List.of());
  }

  /**
   * N73: a row of <code>next</code>.
   *
   * <p>Where wide v73: ok; wide' = v74. Source: S. Row: specs/wide.folio:98.
   */
  private static Step n73(State s) {
    return Step.ok(Row.N73, s.withWide(Wide.V74), Outputs.NONE, List.of());
  }

  /**
   * N74: a row of <code>next</code>.
   *
   * <p>Where wide v74: ok; wide' = v75. Source: S. Row: specs/wide.folio:99.
   */
  private static Step n74(State s) {
    return Step.ok(Row.N74, s.withWide(Wide.V75), Outputs.NONE, List.of());
  }

  /**
   * N75: a row of <code>next</code>.
   *
   * <p>Where wide v75: ok; wide' = v76. Source: S. Row: specs/wide.folio:100.
   */
  private static Step n75(State s) {
    return Step.ok(Row.N75, s.withWide(Wide.V76), Outputs.NONE, List.of());
  }

  /**
   * N76: a row of <code>next</code>.
   *
   * <p>Where wide v76: ok; wide' = v77. Source: S. Row: specs/wide.folio:101.
   */
  private static Step n76(State s) {
    return Step.ok(Row.N76, s.withWide(Wide.V77), Outputs.NONE, List.of());
  }

  /**
   * N77: a row of <code>next</code>.
   *
   * <p>Where wide v77: ok; wide' = v78. Source: S. Row: specs/wide.folio:102.
   */
  private static Step n77(State s) {
    return Step.ok(Row.N77, s.withWide(Wide.V78), Outputs.NONE, List.of());
  }

  /**
   * N78: a row of <code>next</code>.
   *
   * <p>Where wide v78: ok; wide' = v79. Source: S. Row: specs/wide.folio:103.
   */
  private static Step n78(State s) {
    return Step.ok(Row.N78, s.withWide(Wide.V79), Outputs.NONE, List.of());
  }

  /**
   * N79: a row of <code>next</code>.
   *
   * <p>Where wide v79: ok; wide' = v80. Source: S. Row: specs/wide.folio:104.
   */
  private static Step n79(State s) {
    return Step.ok(Row.N79, s.withWide(Wide.V80), Outputs.NONE, List.of());
  }

  /**
   * N80: a row of <code>next</code>.
   *
   * <p>Where wide v80: ok; wide' = v81. Source: S. Row: specs/wide.folio:105.
   */
  private static Step n80(State s) {
    return Step.ok(Row.N80, s.withWide(Wide.V81), Outputs.NONE, List.of());
  }

  /**
   * N81: a row of <code>next</code>.
   *
   * <p>Where wide v81: ok; wide' = v82. Source: S. Row: specs/wide.folio:106.
   */
  private static Step n81(State s) {
    return Step.ok(Row.N81, s.withWide(Wide.V82), Outputs.NONE, List.of());
  }

  /**
   * N82: a row of <code>next</code>.
   *
   * <p>Where wide v82: ok; wide' = v83. Source: S. Row: specs/wide.folio:107.
   */
  private static Step n82(State s) {
    return Step.ok(Row.N82, s.withWide(Wide.V83), Outputs.NONE, List.of());
  }

  /**
   * N83: a row of <code>next</code>.
   *
   * <p>Where wide v83: ok; wide' = v84. Source: S. Row: specs/wide.folio:108.
   */
  private static Step n83(State s) {
    return Step.ok(Row.N83, s.withWide(Wide.V84), Outputs.NONE, List.of());
  }

  /**
   * N84: a row of <code>next</code>.
   *
   * <p>Where wide v84: ok; wide' = v85. Source: S. Row: specs/wide.folio:109.
   */
  private static Step n84(State s) {
    return Step.ok(Row.N84, s.withWide(Wide.V85), Outputs.NONE, List.of());
  }

  /**
   * N85: a row of <code>next</code>.
   *
   * <p>Where wide v85: ok; wide' = v86. Source: S. Row: specs/wide.folio:110.
   */
  private static Step n85(State s) {
    return Step.ok(Row.N85, s.withWide(Wide.V86), Outputs.NONE, List.of());
  }

  /**
   * N86: a row of <code>next</code>.
   *
   * <p>Where wide v86: ok; wide' = v87. Source: S. Row: specs/wide.folio:111.
   */
  private static Step n86(State s) {
    return Step.ok(Row.N86, s.withWide(Wide.V87), Outputs.NONE, List.of());
  }

  /**
   * N87: a row of <code>next</code>.
   *
   * <p>Where wide v87: ok; wide' = v88. Source: S. Row: specs/wide.folio:112.
   */
  private static Step n87(State s) {
    return Step.ok(Row.N87, s.withWide(Wide.V88), Outputs.NONE, List.of());
  }

  /**
   * N88: a row of <code>next</code>.
   *
   * <p>Where wide v88: ok; wide' = v89. Source: S. Row: specs/wide.folio:113.
   */
  private static Step n88(State s) {
    return Step.ok(Row.N88, s.withWide(Wide.V89), Outputs.NONE, List.of());
  }

  /**
   * N89: a row of <code>next</code>.
   *
   * <p>Where wide v89: ok; wide' = v90. Source: S. Row: specs/wide.folio:114.
   */
  private static Step n89(State s) {
    return Step.ok(Row.N89, s.withWide(Wide.V90), Outputs.NONE, List.of());
  }

  /**
   * N90: a row of <code>next</code>.
   *
   * <p>Where wide v90: ok; wide' = v91. Source: S. Row: specs/wide.folio:115.
   */
  private static Step n90(State s) {
    return Step.ok(Row.N90, s.withWide(Wide.V91), Outputs.NONE, List.of());
  }

  /**
   * N91: a row of <code>next</code>.
   *
   * <p>Where wide v91: ok; wide' = v92. Source: S. Row: specs/wide.folio:116.
   */
  private static Step n91(State s) {
    return Step.ok(Row.N91, s.withWide(Wide.V92), Outputs.NONE, List.of());
  }

  /**
   * N92: a row of <code>next</code>.
   *
   * <p>Where wide v92: ok; wide' = v93. Source: S. Row: specs/wide.folio:117.
   */
  private static Step n92(State s) {
    return Step.ok(Row.N92, s.withWide(Wide.V93), Outputs.NONE, List.of());
  }

  /**
   * N93: a row of <code>next</code>.
   *
   * <p>Where wide v93: ok; wide' = v94. Source: S. Row: specs/wide.folio:118.
   */
  private static Step n93(State s) {
    return Step.ok(Row.N93, s.withWide(Wide.V94), Outputs.NONE, List.of());
  }

  /**
   * N94: a row of <code>next</code>.
   *
   * <p>Where wide v94: ok; wide' = v95. Source: S. Row: specs/wide.folio:119.
   */
  private static Step n94(State s) {
    return Step.ok(Row.N94, s.withWide(Wide.V95), Outputs.NONE, List.of());
  }

  /**
   * N95: a row of <code>next</code>.
   *
   * <p>Where wide v95: ok; wide' = v96. Source: S. Row: specs/wide.folio:120.
   */
  private static Step n95(State s) {
    return Step.ok(Row.N95, s.withWide(Wide.V96), Outputs.NONE, List.of());
  }

  /**
   * N96: a row of <code>next</code>.
   *
   * <p>Where wide v96: ok; wide' = v97. Source: S. Row: specs/wide.folio:121.
   */
  private static Step n96(State s) {
    return Step.ok(Row.N96, s.withWide(Wide.V97), Outputs.NONE, List.of());
  }

  /**
   * N97: a row of <code>next</code>.
   *
   * <p>Where wide v97: ok; wide' = v98. Source: S. Row: specs/wide.folio:122.
   */
  private static Step n97(State s) {
    return Step.ok(Row.N97, s.withWide(Wide.V98), Outputs.NONE, List.of());
  }

  /**
   * N98: a row of <code>next</code>.
   *
   * <p>Where wide v98: ok; wide' = v99. Source: S. Row: specs/wide.folio:123.
   */
  private static Step n98(State s) {
    return Step.ok(Row.N98, s.withWide(Wide.V99), Outputs.NONE, List.of());
  }

  /**
   * N99: a row of <code>next</code>.
   *
   * <p>Where wide v99: ok; wide' = v100. Source: S. Row: specs/wide.folio:124.
   */
  private static Step n99(State s) {
    return Step.ok(Row.N99, s.withWide(Wide.V100), Outputs.NONE, List.of());
  }

  /**
   * N100: a row of <code>next</code>.
   *
   * <p>Where wide v100: ok; wide' = v101. Source: S. Row: specs/wide.folio:125.
   */
  private static Step n100(State s) {
    return Step.ok(Row.N100, s.withWide(Wide.V101), Outputs.NONE, List.of());
  }

  /**
   * N101: a row of <code>next</code>.
   *
   * <p>Where wide v101: ok; wide' = v102. Source: S. Row: specs/wide.folio:126.
   */
  private static Step n101(State s) {
    return Step.ok(Row.N101, s.withWide(Wide.V102), Outputs.NONE, List.of());
  }

  /**
   * N102: a row of <code>next</code>.
   *
   * <p>Where wide v102: ok; wide' = v103. Source: S. Row: specs/wide.folio:127.
   */
  private static Step n102(State s) {
    return Step.ok(Row.N102, s.withWide(Wide.V103), Outputs.NONE, List.of());
  }

  /**
   * N103: a row of <code>next</code>.
   *
   * <p>Where wide v103: ok; wide' = v104. Source: S. Row: specs/wide.folio:128.
   */
  private static Step n103(State s) {
    return Step.ok(Row.N103, s.withWide(Wide.V104), Outputs.NONE, List.of());
  }

  /**
   * N104: a row of <code>next</code>.
   *
   * <p>Where wide v104: ok; wide' = v105. Source: S. Row: specs/wide.folio:129.
   */
  private static Step n104(State s) {
    return Step.ok(Row.N104, s.withWide(Wide.V105), Outputs.NONE, List.of());
  }

  /**
   * N105: a row of <code>next</code>.
   *
   * <p>Where wide v105: ok; wide' = v106. Source: S. Row: specs/wide.folio:130.
   */
  private static Step n105(State s) {
    return Step.ok(Row.N105, s.withWide(Wide.V106), Outputs.NONE, List.of());
  }

  /**
   * N106: a row of <code>next</code>.
   *
   * <p>Where wide v106: ok; wide' = v107. Source: S. Row: specs/wide.folio:131.
   */
  private static Step n106(State s) {
    return Step.ok(Row.N106, s.withWide(Wide.V107), Outputs.NONE, List.of());
  }

  /**
   * N107: a row of <code>next</code>.
   *
   * <p>Where wide v107: ok; wide' = v108. Source: S. Row: specs/wide.folio:132.
   */
  private static Step n107(State s) {
    return Step.ok(Row.N107, s.withWide(Wide.V108), Outputs.NONE, List.of());
  }

  /**
   * N108: a row of <code>next</code>.
   *
   * <p>Where wide v108: ok; wide' = v109. Source: S. Row: specs/wide.folio:133.
   */
  private static Step n108(State s) {
    return Step.ok(Row.N108, s.withWide(Wide.V109), Outputs.NONE, List.of());
  }

  /**
   * N109: a row of <code>next</code>.
   *
   * <p>Where wide v109: ok; wide' = v110. Source: S. Row: specs/wide.folio:134.
   */
  private static Step n109(State s) {
    return Step.ok(Row.N109, s.withWide(Wide.V110), Outputs.NONE, List.of());
  }

  /**
   * N110: a row of <code>next</code>.
   *
   * <p>Where wide v110: ok; wide' = v111. Source: S. Row: specs/wide.folio:135.
   */
  private static Step n110(State s) {
    return Step.ok(Row.N110, s.withWide(Wide.V111), Outputs.NONE, List.of());
  }

  /**
   * N111: a row of <code>next</code>.
   *
   * <p>Where wide v111: ok; wide' = v112. Source: S. Row: specs/wide.folio:136.
   */
  private static Step n111(State s) {
    return Step.ok(Row.N111, s.withWide(Wide.V112), Outputs.NONE, List.of());
  }

  /**
   * N112: a row of <code>next</code>.
   *
   * <p>Where wide v112: ok; wide' = v113. Source: S. Row: specs/wide.folio:137.
   */
  private static Step n112(State s) {
    return Step.ok(Row.N112, s.withWide(Wide.V113), Outputs.NONE, List.of());
  }

  /**
   * N113: a row of <code>next</code>.
   *
   * <p>Where wide v113: ok; wide' = v114. Source: S. Row: specs/wide.folio:138.
   */
  private static Step n113(State s) {
    return Step.ok(Row.N113, s.withWide(Wide.V114), Outputs.NONE, List.of());
  }

  /**
   * N114: a row of <code>next</code>.
   *
   * <p>Where wide v114: ok; wide' = v115. Source: S. Row: specs/wide.folio:139.
   */
  private static Step n114(State s) {
    return Step.ok(Row.N114, s.withWide(Wide.V115), Outputs.NONE, List.of());
  }

  /**
   * N115: a row of <code>next</code>.
   *
   * <p>Where wide v115: ok; wide' = v116. Source: S. Row: specs/wide.folio:140.
   */
  private static Step n115(State s) {
    return Step.ok(Row.N115, s.withWide(Wide.V116), Outputs.NONE, List.of());
  }

  /**
   * N116: a row of <code>next</code>.
   *
   * <p>Where wide v116: ok; wide' = v117. Source: S. Row: specs/wide.folio:141.
   */
  private static Step n116(State s) {
    return Step.ok(Row.N116, s.withWide(Wide.V117), Outputs.NONE, List.of());
  }

  /**
   * N117: a row of <code>next</code>.
   *
   * <p>Where wide v117: ok; wide' = v118. Source: S. Row: specs/wide.folio:142.
   */
  private static Step n117(State s) {
    return Step.ok(Row.N117, s.withWide(Wide.V118), Outputs.NONE, List.of());
  }

  /**
   * N118: a row of <code>next</code>.
   *
   * <p>Where wide v118: ok; wide' = v119. Source: S. Row: specs/wide.folio:143.
   */
  private static Step n118(State s) {
    return Step.ok(Row.N118, s.withWide(Wide.V119), Outputs.NONE, List.of());
  }

  /**
   * N119: a row of <code>next</code>.
   *
   * <p>Where wide v119: ok; wide' = v120. Source: S. Row: specs/wide.folio:144.
   */
  private static Step n119(State s) {
    return Step.ok(Row.N119, s.withWide(Wide.V120), Outputs.NONE, List.of());
  }

  /**
   * N120: a row of <code>next</code>.
   *
   * <p>Where wide v120: ok; wide' = v121. Source: S. Row: specs/wide.folio:145.
   */
  private static Step n120(State s) {
    return Step.ok(Row.N120, s.withWide(Wide.V121), Outputs.NONE, List.of());
  }

  /**
   * N121: a row of <code>next</code>.
   *
   * <p>Where wide v121: ok; wide' = v122. Source: S. Row: specs/wide.folio:146.
   */
  private static Step n121(State s) {
    return Step.ok(Row.N121, s.withWide(Wide.V122), Outputs.NONE, List.of());
  }

  /**
   * N122: a row of <code>next</code>.
   *
   * <p>Where wide v122: ok; wide' = v123. Source: S. Row: specs/wide.folio:147.
   */
  private static Step n122(State s) {
    return Step.ok(Row.N122, s.withWide(Wide.V123), Outputs.NONE, List.of());
  }

  /**
   * N123: a row of <code>next</code>.
   *
   * <p>Where wide v123: ok; wide' = v124. Source: S. Row: specs/wide.folio:148.
   */
  private static Step n123(State s) {
    return Step.ok(Row.N123, s.withWide(Wide.V124), Outputs.NONE, List.of());
  }

  /**
   * N124: a row of <code>next</code>.
   *
   * <p>Where wide v124: ok; wide' = v125. Source: S. Row: specs/wide.folio:149.
   */
  private static Step n124(State s) {
    return Step.ok(Row.N124, s.withWide(Wide.V125), Outputs.NONE, List.of());
  }

  /**
   * N125: a row of <code>next</code>.
   *
   * <p>Where wide v125: ok; wide' = v126. Source: S. Row: specs/wide.folio:150.
   */
  private static Step n125(State s) {
    return Step.ok(Row.N125, s.withWide(Wide.V126), Outputs.NONE, List.of());
  }

  /**
   * N126: a row of <code>next</code>.
   *
   * <p>Where wide v126: ok; wide' = v127. Source: S. Row: specs/wide.folio:151.
   */
  private static Step n126(State s) {
    return Step.ok(Row.N126, s.withWide(Wide.V127), Outputs.NONE, List.of());
  }

  /**
   * N127: a row of <code>next</code>.
   *
   * <p>Where wide v127: ok; wide' = v128. Source: S. Row: specs/wide.folio:152.
   */
  private static Step n127(State s) {
    return Step.ok(Row.N127, s.withWide(Wide.V128), Outputs.NONE, List.of());
  }

  /**
   * N128: a row of <code>next</code>.
   *
   * <p>Where wide v128: ok; wide' = v129. Source: S. Row: specs/wide.folio:153.
   */
  private static Step n128(State s) {
    return Step.ok(Row.N128, s.withWide(Wide.V129), Outputs.NONE, List.of());
  }

  /**
   * N129: a row of <code>next</code>.
   *
   * <p>Where wide v129: ok; wide' = v0. Source: S. Row: specs/wide.folio:154.
   */
  private static Step n129(State s) {
    return Step.ok(Row.N129, s.withWide(Wide.V0), Outputs.NONE, List.of());
  }
}
