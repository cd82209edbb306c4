package dev.foliospec.diagnostic.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Edit;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.source.SourceFile;
import dev.foliospec.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenderersTest {
  private final SourceFile table =
      new SourceFile("specs/rfc2024/sw_protected.folio", "\n".repeat(11) + """
              | W3  | private | shared | on      || ok     | private | zero, prepare |
              | W4  | private | shared | -       || ok     | private | prepare       |
              """);

  private static Span find(SourceFile file, String text, int from) {
    int start = file.text().indexOf(text, from);
    assertThat(start).isNotNegative();
    return file.span(start, start + text.length());
  }

  private static String text(Diagnostic... found) {
    return new TextRenderer(false).render(List.of(found));
  }

  private Diagnostic twoRows() {
    int second = table.lineStart(13);
    return Diagnostic.of(
            Rule.TWO_ANSWERS,
            find(table, "-", second),
            "rows W3 and W4 both answer `convert(private)` when `attr` is `shared` and `zeroing`"
                + " is `on`")
        .withLabel("`-` applies always")
        .withRelated(find(table, "on", 0), "applies when `zeroing` is `on`")
        .withNote("rows have no order, so neither of the two wins")
        .withFix("write `off` in row W4", new Edit(find(table, "-", second), "off"));
  }

  @Test
  void theTextIsTheOneThatTheStyleShows() {
    assertThat(text(twoRows())).isEqualTo("""
            error[P202]: rows W3 and W4 both answer `convert(private)` when `attr` is `shared` and `zeroing` is `on`
              --> specs/rfc2024/sw_protected.folio:13:28
               |
            12 | | W3  | private | shared | on      || ok     | private | zero, prepare |
               |                            -- applies when `zeroing` is `on`
            13 | | W4  | private | shared | -       || ok     | private | prepare       |
               |                            ^ `-` applies always
               |
               = note: rows have no order, so neither of the two wins
               = help: write `off` in row W4

            """);
  }

  @Test
  void placesInOtherFilesComeAfterTheFirst() {
    SourceFile other = new SourceFile("a.folio", "vocabulary v\n");
    Diagnostic found = Diagnostic.of(Rule.DUPLICATE_NAME, find(table, "W4", 0), "two of `W4`")
        .withRelated(find(other, "v", 5), "the first");
    assertThat(text(found)).isEqualTo("""
            error[P302]: two of `W4`
              --> specs/rfc2024/sw_protected.folio:13:3
               |
            13 | | W4  | private | shared | -       || ok     | private | prepare       |
               |   ^^
              ::: a.folio:1:12
               |
             1 | vocabulary v
               |            - the first

            """);
  }

  @Test
  void aTraceIsNumberedAndSaysWhatChanged() {
    TraceStep first = new TraceStep(
        "convert",
        Map.of("to", "private"),
        "ok",
        Map.of("sees", "zeros"),
        Optional.of("B27"),
        "attr: shared -> private\ndoes zero, prepare");
    Diagnostic found = Diagnostic.of(Rule.UNANSWERED_EVENT, find(table, "W3", 0), "no row")
        .withNote("one\ntwo")
        .withTrace(List.of(first, first));
    assertThat(text(found)).endsWith("""
               |   ^^
               |
               = note: one
                       two
               = trace:
                 1. convert(private) -> ok, sees = zeros (row B27)
                    attr: shared -> private
                    does zero, prepare
                 2. convert(private) -> ok, sees = zeros (row B27)
                    attr: shared -> private
                    does zero, prepare

            """);
  }

  @Test
  void marksStandUnderTheirTextWhateverItsWidth() {
    SourceFile file = new SourceFile("w.folio", "\t\u8a9e e\u0301 \u202e\u0007 here\n");
    assertThat(text(Diagnostic.of(Rule.STRANGE_CHARACTER, find(file, "here", 0), "odd \u202e")))
        .isEqualTo("""
            error[P106]: odd <U+202E>
             --> w.folio:1:10
              |
            1 |     \u8a9e e\u0301 <U+202E><U+0007> here
              |                           ^^^^

            """);
  }

  @Test
  void longLinesAreShownAroundThePlace() {
    SourceFile file = new SourceFile("w.folio", "| ".repeat(50_000) + "here" + " |".repeat(50_000));
    String shown = text(Diagnostic.of(Rule.ROW_WIDTH, find(file, "here", 0), "wide"));
    assertThat(shown.lines()).allMatch(line -> line.length() < 300);
    List<String> lines = shown.lines().toList();
    int mark = lines.get(4).indexOf("^^^^");
    assertThat(lines.get(3).substring(mark, mark + 4)).isEqualTo("here");
  }

  @Test
  void theEndOfTheFileCanBeShown() {
    SourceFile file = new SourceFile("w.folio", "policy\n");
    assertThat(text(Diagnostic.of(Rule.SYNTAX, file.span(7, 7), "expected a name")))
        .isEqualTo("""
            error[P101]: expected a name
             --> w.folio:2:1
              |
            2 |
              | ^

            """);
  }

  @Test
  void coloursAreOnlyAdded() {
    String coloured = new TextRenderer(true).render(List.of(twoRows()));
    assertThat(coloured).contains("\u001b[");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text(twoRows()));
  }

  @Test
  void shortIsOneLineEach() {
    assertThat(new ShortRenderer().render(List.of(twoRows())))
        .isEqualTo("specs/rfc2024/sw_protected.folio:13:28: error[P202]: rows W3 and W4 both answer"
            + " `convert(private)` when `attr` is `shared` and `zeroing` is `on`\n");
  }

  @Test
  void workflowCommandsEscapeWhatWouldEndThem() {
    SourceFile file = new SourceFile("a,b:c%.folio", "x\n");
    Diagnostic found =
        Diagnostic.of(Rule.SYNTAX, file.span(0, 1), "100%\nwrong").withHelp("write `y`");
    assertThat(new GithubRenderer().render(List.of(found)))
        .isEqualTo("::error file=a%2Cb%3Ac%25.folio,line=1,col=1,endLine=1,endColumn=2,"
            + "title=P101%3A something else was expected here::"
            + "100%25%0Awrong%0Ahelp: write `y`\n");
  }

  @Test
  void jsonHasTheKeysThatWerePromised() {
    TraceStep step =
        new TraceStep("pin", Map.of(), "ok", Map.of(), Optional.of("A1"), "extra_refs: 0 -> 1");
    String json = new JsonRenderer()
        .render(
            List.of(twoRows().withTrace(List.of(step))),
            new Totals(6, 120, Map.of("v8.tdx", 812L), 40, 0));
    assertThat(json)
        .isEqualTo(
            "{'foliospec':1,'findings':[{'code':'P202','severity':'error','message':'rows W3 and W4"
                    .replace('\'', '"')
                + " both answer `convert(private)` when `attr` is `shared` and `zeroing` is `on`\","
                + ("'file':'specs/rfc2024/sw_protected.folio','range':{'start':{'line':13,'column':28"
                        + "},'end':{'line':13,'column':29}},'label':'`-` applies always','related':[{"
                        + "'file':'specs/rfc2024/sw_protected.folio','range':{'start':{'line':12,"
                        + "'column':28},'end':{'line':12,'column':30}},'label':'applies when"
                        + " `zeroing` is `on`'}],'notes':['rows have no order, so neither of the two"
                        + " wins'],'help':'write `off` in row W4','edits':[{'file':"
                        + "'specs/rfc2024/sw_protected.folio','range':{'start':{'line':13,'column':28}"
                        + ",'end':{'line':13,'column':29}},'text':'off'}],'trace':[{'event':'pin',"
                        + "'answer':'ok','row':'A1'}]}],'totals':{'error':1,'warning':0,'note':0,"
                        + "'policies':6,'rows':120,'reachableStates':{'v8.tdx':812},"
                        + "'properties':{'held':40,'violated':0}}}\n")
                    .replace('\'', '"'));
  }

  @Test
  void sarifNamesRulePlaceAndFix() {
    String sarif = new SarifRenderer("1").render(List.of(twoRows()));
    assertThat(sarif)
        .contains("\"version\":\"2.1.0\"")
        .contains("\"rules\":[{\"id\":\"P202\"")
        .contains("\"ruleId\":\"P202\",\"ruleIndex\":0,\"level\":\"error\"")
        .contains(
            "\"region\":{\"startLine\":13,\"startColumn\":28,\"endLine\":13,\"endColumn\":29}")
        .contains("\"insertedContent\":{\"text\":\"off\"}")
        .contains("\"relatedLocations\":[{\"id\":1,")
        .doesNotContain("codeFlows");
  }
}
