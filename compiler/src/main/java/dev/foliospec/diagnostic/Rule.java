package dev.foliospec.diagnostic;

import java.util.Optional;

/**
 * Everything that can be wrong, each with a code that names it for ever.
 *
 * <p>A code says nothing of severity and is never reused. The hundreds group by what is looked at:
 * 0 files and bounds, 1 writing, 2 coverage, 3 names, 4 cells, 5 inheritance, 6 meaning of rows and
 * states, 7 scenarios and properties, 8 sources, 9 claims that are read but not judged. Each rule has a page {@code docs/diagnostics/CODE.md}.
 */
public enum Rule {
  // 0: files and bounds
  FILE_TOO_LARGE("P001", Severity.ERROR, "file over 16 MB"),
  BYTE_ORDER_MARK("P002", Severity.WARNING, "byte-order mark"),
  NOT_UTF8("P003", Severity.ERROR, "file is not UTF-8"),
  TOO_MANY_VALUES("P004", Severity.ERROR, "type with more than 4,096 values"),
  STATE_SPACE_TOO_LARGE("P005", Severity.ERROR, "more states than can be numbered"),
  TOO_MANY_STATES("P006", Severity.ERROR, "more reachable states than allowed"),
  TOO_MANY_VARIANTS("P007", Severity.ERROR, "more than 64 variants"),
  TOO_MANY_EFFECTS("P008", Severity.ERROR, "more than 1,000 effects in a row"),
  TOO_DEEP("P009", Severity.ERROR, "parentheses more than 200 deep"),
  TOO_MUCH_MEMORY("P010", Severity.ERROR, "exploring takes more memory than allowed"),

  // 1: writing
  SYNTAX("P101", Severity.ERROR, "something else was expected here"),
  DOUBLE_EQUALS("P102", Severity.ERROR, "`==` for `=`"),
  SMART_QUOTE("P103", Severity.ERROR, "typographic quotation mark"),
  MISSPELT_KEYWORD("P104", Severity.ERROR, "misspelt keyword"),
  UNTERMINATED_STRING("P105", Severity.ERROR, "string without its closing quote"),
  STRANGE_CHARACTER("P106", Severity.ERROR, "character that the language does not use"),
  NO_UNIT("P107", Severity.ERROR, "declaration outside a unit"),
  MAIL_WRAPPED_ROW("P108", Severity.ERROR, "row wrapped by a mail program"),
  MISPLACED_CLAUSE("P109", Severity.ERROR, "clause keyword that opens a continued line"),
  MISPLACED_DECLARATION("P110", Severity.ERROR, "declaration in the wrong kind of unit"),
  DOCUMENTS_NOTHING("P111", Severity.WARNING, "documentation that documents nothing"),
  MISSING_DIVIDER("P121", Severity.ERROR, "row or heading without `||`"),
  SECOND_DIVIDER("P122", Severity.ERROR, "row or heading with a second `||`"),
  ROW_WIDTH("P123", Severity.ERROR, "row wider or narrower than its heading"),
  DIVIDER_ELSEWHERE("P124", Severity.ERROR, "`||` in another place than in the heading"),
  BLANK_CELL("P125", Severity.ERROR, "blank cell"),
  FORGOTTEN_ROW_ID("P126", Severity.ERROR, "row without an id"),
  BAD_CELL("P127", Severity.ERROR, "cell that cannot be read"),
  DUPLICATE_COLUMN("P128", Severity.ERROR, "column written twice"),
  MISSING_COLUMN("P129", Severity.ERROR, "column that this table needs"),
  MISPLACED_COLUMN(
      "P130", Severity.ERROR, "column on the wrong side of `||` or in the wrong table"),
  EMPTY_TABLE("P131", Severity.ERROR, "table without rows"),
  DUPLICATE_CLAUSE("P132", Severity.ERROR, "clause written twice"),

  // 2: coverage
  UNANSWERED_EVENT("P201", Severity.ERROR, "reachable point that no row answers"),
  TWO_ANSWERS("P202", Severity.ERROR, "reachable point that two rows answer"),
  UNREACHABLE_GAP("P203", Severity.NOTE, "unreachable point that no row answers"),
  UNREACHABLE_OVERLAP("P204", Severity.NOTE, "unreachable point that two rows answer"),
  DEAD_ROW("P205", Severity.WARNING, "row that can never apply"),
  HIDDEN_ROW("P206", Severity.WARNING, "row hidden by the rows before it"),
  STEP_GAP("P207", Severity.ERROR, "step called where none of its rows applies"),
  STEP_OVERLAP("P208", Severity.ERROR, "step called where two of its rows apply"),
  CHECK_SHADOWS_BODY("P209", Severity.NOTE, "check row whose points a body row also answers"),
  IDLE_PASS("P210", Severity.WARNING, "`pass` row that no later row makes necessary"),
  CHECK_WITHOUT_ROW("P211", Severity.ERROR, "checks table without a row for one of its events"),
  WIDE_ROW("P212", Severity.NOTE, "check row that spans several events"),
  SHRUNK_OTHERWISE("P213", Severity.NOTE, "inherited `otherwise` that answers less here"),
  UNREACHABLE_VALUE("P214", Severity.NOTE, "value that a variable never takes"),
  UNUSED_STEP("P215", Severity.WARNING, "step that no row calls"),

  // 3: names
  UNKNOWN_NAME("P301", Severity.ERROR, "name that nothing declares"),
  DUPLICATE_NAME("P302", Severity.ERROR, "name declared twice"),
  CLASHING_NAME("P303", Severity.ERROR, "name that means two things"),
  RESERVED_NAME("P304", Severity.ERROR, "reserved name"),
  WRONG_KIND("P305", Severity.ERROR, "name of the wrong kind of thing"),
  DUPLICATE_ROW("P306", Severity.ERROR, "row id used twice"),
  DUPLICATE_UNIT("P307", Severity.ERROR, "two units of one name"),
  JAVA_NAME_CLASH("P308", Severity.ERROR, "names that fall together in generated code"),
  UNUSED_DECLARATION("P309", Severity.WARNING, "declaration that nothing uses"),
  ANOTHER_VOCABULARY("P310", Severity.ERROR, "policy of another vocabulary"),

  // 4: cells and types
  NO_SUCH_VALUE("P401", Severity.ERROR, "value that the type does not have"),
  NOT_ORDERED("P402", Severity.ERROR, "comparison of a type without order"),
  NOTHING_IN_COMMON("P403", Severity.ERROR, "types that share no value"),
  CANNOT_HOLD("P404", Severity.ERROR, "value that does not fit where it is put"),
  OUTSIDE_RANGE("P405", Severity.ERROR, "value outside its range after the row"),
  OUTSIDE_MAP("P406", Severity.ERROR, "map applied outside its domain"),
  PARAMETER_NOT_SHARED("P407", Severity.ERROR, "parameter that not all events of the row have"),
  OUTPUT_NOT_GIVEN("P408", Severity.ERROR, "output that not all events of the row have"),
  CELL_NOT_ALLOWED("P409", Severity.ERROR, "cell that has no meaning in this row"),
  REFUSAL_CHANGES("P410", Severity.ERROR, "`refuse` that changes a variable"),
  FAILURE_CHANGES_NOTHING("P411", Severity.WARNING, "`fail` that changes nothing"),
  PRIMED_CYCLE("P412", Severity.ERROR, "primed cells that depend on each other"),
  NO_INITIAL_VALUE("P413", Severity.ERROR, "variable without an initial value"),
  EMPTY_RANGE("P414", Severity.ERROR, "range that runs backwards"),
  READS_HIDDEN("P415", Severity.ERROR, "`only when` that reads what nobody knows"),

  // 5: inheritance, traits
  CYCLIC_EXTENDS("P501", Severity.ERROR, "policies that extend each other"),
  CYCLIC_STEP("P502", Severity.ERROR, "steps that call each other"),
  NO_SUCH_ROW("P503", Severity.ERROR, "row that is not there to be changed"),
  OMITTED_COLUMN("P504", Severity.ERROR, "override that omits a column which the row sets"),
  SPLIT_TAKES_NOTHING("P505", Severity.ERROR, "split that takes nothing from a row it names"),
  SPLIT_TAKES_OTHERS("P506", Severity.ERROR, "split that answers where another row answered"),
  BASE_DIFFERS("P507", Severity.ERROR, "`base` of rows that differ"),
  TRAIT_NOT_SET("P508", Severity.ERROR, "trait that a complete policy leaves open"),
  TRAIT_UNREAD("P509", Severity.WARNING, "trait that nothing reads"),
  BASE_NOT_ALLOWED("P510", Severity.ERROR, "`base` outside an override"),
  SPLIT_AND_REPLACED("P511", Severity.ERROR, "row both split and replaced"),
  LACKS_EVENT_WITH_ROWS("P512", Severity.ERROR, "row for an event that the policy lacks"),
  SYSTEM_UNFIT("P513", Severity.ERROR, "system that cannot be made of its pages"),

  // 6: meaning of rows and states
  ENSURES_BROKEN("P601", Severity.ERROR, "row that contradicts what an effect ensures"),
  WRITTEN_NEVER_READ("P602", Severity.WARNING, "variable that is written and never read"),
  HIDDEN_DECIDES("P603", Severity.ERROR, "visible answer chosen by a hidden variable"),
  NO_EXIT("P604", Severity.NOTE, "state that cannot be left"),
  STEPS_DISAGREE("P605", Severity.ERROR, "two steps of a row that write different values"),
  CELLS_DISAGREE("P606", Severity.ERROR, "two cells of a row that write different values"),
  PAGES_DISAGREE(
      "P611", Severity.ERROR, "pages of one event that change a common variable differently"),
  SYMMETRY_BROKEN("P607", Severity.WARNING, "value of a `symmetric` type that a policy names"),
  HIDDEN_UNSEEN("P608", Severity.NOTE, "hidden variable that nobody can ever feel"),
  CLOSED_GROUP("P609", Severity.NOTE, "states out of which no event leads"),
  UNCONSTRAINED_CELL("P610", Severity.NOTE, "cell that no intent depends on"),

  // 7: scenarios
  SCENARIO_DISAGREES("P701", Severity.ERROR, "scenario that the policy does not follow"),
  SCENARIO_IMPOSSIBLE("P702", Severity.ERROR, "scenario with a step that cannot happen"),

  // 7, from 711: properties and ghosts
  PROPERTY_VIOLATED("P711", Severity.ERROR, "property that a policy violates"),
  NEVER_REACHED("P712", Severity.ERROR, "`reachable` state that no run reaches"),
  NO_WAY_ON("P713", Severity.ERROR, "state from which there is no way to where there should be"),
  VACUOUS_PROPERTY("P714", Severity.WARNING, "property that holds because its case never occurs"),
  UNUSED_EXCEPTION("P715", Severity.WARNING, "exception that nothing needs"),
  WITNESS("P716", Severity.NOTE, "how a `reachable` state is reached"),
  GHOST_READ("P717", Severity.ERROR, "ghost that something else than a property reads"),

  // 7, from 721: contracts
  NOT_REFINED("P721", Severity.ERROR, "policy that does not refine its contract"),
  ABSTRACT_CONTRACT("P722", Severity.ERROR, "contract that is abstract"),

  // 8: sources
  NO_SOURCE("P801", Severity.ERROR, "row without a source"),
  GUESS_NOT_MARKED("P802", Severity.ERROR, "guess that does not say so"),
  SOURCES_DISAGREE("P803", Severity.WARNING, "rows that cite one place and disagree"),
  UNUSED_SOURCE("P804", Severity.NOTE, "source that nothing cites"),

  // 9: indices
  INDEX_NOT_BOUND("P902", Severity.ERROR, "index that picks no element");

  private final String code;
  private final Severity severity;
  private final String title;

  Rule(String code, Severity severity, String title) {
    this.code = code;
    this.severity = severity;
    this.title = title;
  }

  /** The code, such as {@code P202}. */
  public String code() {
    return code;
  }

  /** How bad it is unless a finding says otherwise. */
  public Severity severity() {
    return severity;
  }

  /** What it finds, in a few words. */
  public String title() {
    return title;
  }

  /** The rule of a code, in either case. */
  public static Optional<Rule> of(String code) {
    for (Rule rule : values()) {
      if (rule.code.equalsIgnoreCase(code)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
