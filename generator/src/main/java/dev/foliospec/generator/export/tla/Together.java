package dev.foliospec.generator.export.tla;

import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The operators by which the answers of pages become a step of a system: what a page sees, who stops a
 * call, what the next state is. None of them depends on an event.
 */
final class Together {
  /** The names of the operators. */
  static final List<String> OPERATORS = List.of(
      "Says",
      "Now",
      "Seen",
      "Passed",
      "Agreed",
      "Becomes",
      "Choices",
      "First",
      "Refusing",
      "Deciding",
      "Others",
      "Happens",
      "InOrder",
      "Effects",
      "Alike",
      "After");

  private final Policy system;
  private final Lifting lifting;
  private final Names names;
  private final Terms terms;
  private final Operators text;

  /** The module's variables by their field in the state of a page, in order. */
  private final Map<String, Variable> ofPages = new LinkedHashMap<>();

  private final Map<String, Variable> common = new LinkedHashMap<>();

  private final String p;
  private final String now;
  private final String done;

  Together(Policy system, Lifting lifting, Names names, Terms terms, Terms ofPage, Operators text) {
    this.system = system;
    this.lifting = lifting;
    this.names = names;
    this.terms = terms;
    this.text = text;
    for (Variable each : lifting.page().variables()) {
      boolean one = lifting.common().contains(each.name());
      (one ? common : ofPages).putIfAbsent(ofPage.field(each.family()), each);
    }
    p = names.of("bound", "p");
    now = names.of("bound", "now");
    done = names.of("bound", "done");
  }

  /** The set of all pages. */
  String pages() {
    return Layout.flat(terms.set(lifting.index()));
  }

  /** One of these operators as the module calls it. */
  String operator(String name) {
    return names.of("operator", name);
  }

  /**
   * Writes the operators.
   *
   * @param outputs whether an event has outputs that pages give
   * @param refused whether pages are told of a refused range
   * @param onwards whether an event asks one page after the other
   */
  void write(boolean outputs, boolean refused, boolean onwards) {
    says();
    seen(onwards);
    choosing(outputs, refused);
    becomes();
  }

  private static Piece related(String left, String sign, String right) {
    return new Piece.Related(Piece.atom(left), sign, Piece.atom(right));
  }

  private void says() {
    template("""
        \\* What a page says, and its state afterwards.
        $Says($row, $answer, $out, $effects, $next) ==
          [row |-> $row, answer |-> $answer, out |-> $out, effects |-> $effects, next |-> $next]
        """);
  }

  // --- States
  // --------------------------------------------------------------------------------------

  private void seen(boolean onwards) {
    List<Piece> fields = new ArrayList<>();
    List<Piece> seen = new ArrayList<>();
    List<Piece> passed = new ArrayList<>();
    String next = names.of("bound", "next");
    ofPages.forEach((field, variable) -> {
      fields.add(related(field, " |-> ", terms.name(ofSystem(variable))));
      seen.add(related(field, " |-> ", now + "." + field + "[" + p + "]"));
      passed.add(related("!." + field + "[" + p + "]", " = ", next + "." + field));
    });
    common.forEach((field, variable) -> {
      fields.add(related(field, " |-> ", terms.name(ofSystem(variable))));
      seen.add(related(field, " |-> ", now + "." + field));
      passed.add(related("!." + field, " = ", next + "." + field));
    });
    text.comment("The state as a record, and what a page sees of it"
        + (onwards ? "; after a page changed." : "."));
    text.define(operator("Now"), new Piece.Listed("[", fields, "]"));
    text.define(operator("Seen") + "(" + now + ", " + p + ")", new Piece.Listed("[", seen, "]"));
    if (onwards) {
      text.define(
          operator("Passed") + "(" + now + ", " + p + ", " + next + ")",
          new Piece.Listed("[" + now + " EXCEPT ", passed, "]"));
    }
    text.gap();
  }

  /** A variable of a page as the system has it, or its first element. */
  private Variable ofSystem(Variable variable) {
    String name = lifting.nameOf(variable.name(), 0);
    return system.variables().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The next state, where some pages do something to a state that is on its way. */
  private void becomes() {
    template("""
        \\* A common value after several may have changed it. Pages that do so at once agree.
        $Agreed($old, $values) ==
          IF $values \\subseteq {$old} THEN $old ELSE CHOOSE $v \\in $values : $v # $old
        """);
    template("""
        \\* The state of a page afterwards.
        $After($now, $done, $p) == IF $p \\in DOMAIN $done THEN $done[$p].next ELSE $Seen($now, $p)
        """);
    List<Piece> next = new ArrayList<>();
    String after = operator("After") + "(" + now + ", " + done + ", " + p + ").";
    ofPages.forEach((field, variable) -> {
      String name = terms.name(ofSystem(variable));
      next.add(
          related(name + "'", " = ", "[" + p + " \\in " + pages() + " |-> " + after + field + "]"));
    });
    common.forEach((field, variable) -> {
      String name = terms.name(ofSystem(variable));
      if (variable.member().isPresent()) {
        String k = names.of("bound", "k");
        String over = Layout.flat(terms.set(variable.member().get().over()));
        next.add(related(
            name + "'", " = ", "[" + k + " \\in " + over + " |-> " + agreed(name, field, k) + "]"));
      } else {
        next.add(related(name + "'", " = ", agreed(name, field, "")));
      }
    });
    if (!system.flags().isEmpty() || !system.choices().isEmpty()) {
      next.add(Piece.atom("UNCHANGED " + operator("config")));
    }
    text.comment("The state that " + now + " becomes when some pages have done what they say.");
    text.define(operator("Becomes") + "(" + now + ", " + done + ")", Piece.all(next));
    text.gap();
  }

  private String agreed(String name, String field, String key) {
    String at = key.isEmpty() ? "" : "[" + key + "]";
    return operator("Agreed") + "(" + name + at + ", {" + now + "." + field + at + "} \\cup {"
        + done + "[" + p + "].next." + field + at + " : " + p + " \\in DOMAIN " + done + "})";
  }

  // --- Answers
  // -------------------------------------------------------------------------------------

  private void choosing(boolean outputs, boolean refused) {
    template("""
        \\* One of what each page may say, in every way to choose.
        $Choices($may) ==
          {$said \\in [DOMAIN $may -> UNION {$may[$p] : $p \\in DOMAIN $may}] :
             \\A $p \\in DOMAIN $may : $said[$p] \\in $may[$p]}

        \\* The lowest of some pages.
        $First($some) == CHOOSE $p \\in $some : \\A $q \\in $some : $p <= $q

        \\* The pages that do not say ok.
        $Refusing($said) == {$p \\in DOMAIN $said : $said[$p].answer # "ok"}

        \\* The page whose answer is the call's: the first that does not say ok, else the first of all.
        $Deciding($said) ==
          IF $Refusing($said) = {} THEN $First(DOMAIN $said) ELSE $First($Refusing($said))
        """);
    if (refused) {
      template("""
          \\* The other pages of a range that is refused.
          $Others($said) ==
            IF $Refusing($said) = {} THEN {} ELSE DOMAIN $said \\ {$Deciding($said)}
          """);
    }
    template("""
        \\* What happens to whom: all that was said, or only what happens to the page that refuses; and
        \\* to those that are told of it, what they say to that.
        $Happens($said, $told) ==
          LET $these == IF $Refusing($said) = {} THEN DOMAIN $said ELSE {$Deciding($said)}
          IN  [$p \\in $these \\cup DOMAIN $told |->
                 IF $p \\in DOMAIN $told THEN $told[$p] ELSE $said[$p]]

        \\* The effects of some pages, in their order.
        RECURSIVE $InOrder(_, _)
        $InOrder($done, $some) ==
          IF $some = {} THEN <<>>
          ELSE $done[$First($some)].effects \\o $InOrder($done, $some \\ {$First($some)})

        \\* All effects: those of pages that were not asked come first.
        $Effects($said, $done) ==
          $InOrder($done, DOMAIN $done \\ DOMAIN $said)
          \\o $InOrder($done, DOMAIN $done \\cap DOMAIN $said)
        """);
    if (outputs) {
      template("""
          \\* An output that all of them give, or none.
          $Alike($values) ==
            IF \\A $v, $w \\in $values : $v = $w THEN CHOOSE $v \\in $values : TRUE ELSE $NoOutput
          """);
    }
  }

  /** Text in which {@code $Name} is an operator of the module, and {@code $name} a bound name. */
  private void template(String tla) {
    text.line(NAMED
        .matcher(tla.strip())
        .replaceAll(found -> names.of(
            Character.isUpperCase(found.group(1).charAt(0)) ? "operator" : "bound",
            found.group(1))));
    text.gap();
  }

  private static final Pattern NAMED = Pattern.compile("\\$(\\w+)");
}
