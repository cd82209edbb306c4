package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Edit;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.source.Span;
import dev.foliospec.syntax.Name;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reports what cannot be bound, each unknown name once a unit.
 *
 * <p>It also remembers whether anything was wrong, so that whoever builds a policy knows whether it
 * is sound.
 */
final class Reporter {
  private final Diagnostics found;
  private final Set<String> reported = new HashSet<>();
  private boolean broken;
  private Elsewhere elsewhere = name -> Optional.empty();

  /** Who else declares a name. */
  interface Elsewhere {
    /** The policy that declares a name itself, if one does. */
    Optional<String> declares(String name);
  }

  Reporter(Diagnostics found) {
    this.found = found;
  }

  /** Has unknown names looked up among those that policies declare for themselves. */
  void lookElsewhere(Elsewhere other) {
    elsewhere = other;
  }

  /** Whether something was wrong since the last call of {@link #mend()}. */
  boolean broken() {
    return broken;
  }

  /** Starts afresh: nothing was wrong yet. */
  void mend() {
    broken = false;
  }

  /** Marks what is being built as broken; the reason was reported before. */
  void breakSilently() {
    broken = true;
  }

  /** Reports a finding; an error breaks what is being built. */
  void report(Diagnostic diagnostic) {
    found.add(diagnostic);
    if (diagnostic.severity() == dev.foliospec.diagnostic.Severity.ERROR) {
      broken = true;
    }
  }

  /** Reports a value of a symmetric type that a policy names, the first of each type and file. */
  void alike(Name value, String type, boolean asIndex) {
    if (reported.add("symmetric " + type + " in " + value.at().file().path())) {
      report(Diagnostic.of(
              Rule.SYMMETRY_BROKEN,
              value.at(),
              "`" + value + "` is named, and `" + type + "` is `symmetric`")
          .withNote("its values are said to be exchangeable: a policy treats them all alike")
          .withHelp(
              asIndex
                  ? "let a parameter or variable pick the element, or leave `symmetric` out"
                  : "compare with a parameter or variable, or leave `symmetric` out"));
    }
  }

  /** Reports a finding about a heading, which is met again in each row, once for each place. */
  void reportOnce(Diagnostic diagnostic) {
    broken = true;
    Span at = diagnostic.at().at();
    String place = diagnostic.rule() + " at " + at.start() + " in " + at.file().path();
    if (reported.add(place)) {
      report(diagnostic);
    }
  }

  /** Reports a plain finding. */
  void report(Rule rule, Span at, String message) {
    report(Diagnostic.of(rule, at, message));
  }

  /**
   * Reports a name that nothing declares, once.
   *
   * @param what what it should have named, with its article: {@code a variable}
   * @param known what could have been meant
   */
  void unknown(Name name, String what, Collection<String> known) {
    broken = true;
    if (!reported.add(what + ' ' + name.text())) {
      return;
    }
    Diagnostic diagnostic = Diagnostic.of(
            Rule.UNKNOWN_NAME, name.at(), "no " + what + " is named `" + name.text() + "`")
        .withLabel("not declared");
    Optional<String> owner = elsewhere.declares(name.text());
    report(
        owner.isEmpty()
            ? withSuggestion(diagnostic, name, known)
            : diagnostic
                .withNote("`" + name + "` belongs to the policy `" + owner.get() + "`")
                .withHelp("write the property in that policy's unit"));
  }

  /**
   * Reports a name that nothing declares, or that is declared as something else.
   *
   * @param what what it should have named
   * @param known what could have been meant
   * @param scope where it may be declared as something else
   */
  void unknown(Name name, String what, Collection<String> known, Scope scope) {
    Optional<String> kind = scope.kindOf(name.text());
    if (kind.isEmpty()) {
      unknown(name, what, known);
      return;
    }
    report(
        Rule.WRONG_KIND,
        name.at(),
        "`" + name.text() + "` is " + article(kind.get()) + ", not " + article(what));
  }

  private static String article(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }

  /** Reports a ghost that something else than a property reads, once for each place. */
  void ghostRead(String ghost, Span at) {
    broken = true;
    if (!reported.add("ghost at " + at.start())) {
      return;
    }
    report(
        Diagnostic.of(Rule.GHOST_READ, at, "`" + ghost + "` is a ghost, which only properties read")
            .withNote("what a policy answers never depends on a ghost")
            .withHelp("declare a variable if rows are to depend on it"));
  }

  /** Reports a value that a type does not have, with what it does have. */
  void noSuchValue(Name name, String of, Collection<String> known) {
    Diagnostic diagnostic = Diagnostic.of(
            Rule.NO_SUCH_VALUE, name.at(), "no value of " + of + " is named `" + name.text() + "`")
        .withLabel("not a value of " + of)
        .withNote("its values are " + listed(known));
    report(withSuggestion(diagnostic, name, known));
  }

  private static Diagnostic withSuggestion(
      Diagnostic diagnostic, Name name, Collection<String> known) {
    Optional<String> near =
        name.isNumber() ? Optional.empty() : Spelling.nearest(name.text(), known);
    return near.map(meant ->
            diagnostic.withFix("did you mean `" + meant + "`?", new Edit(name.at(), meant)))
        .orElse(diagnostic);
  }

  /** At most a dozen names in backticks. */
  static String listed(Collection<String> names) {
    StringBuilder text = new StringBuilder();
    int shown = 0;
    for (String name : names) {
      if (shown == 12) {
        return text.append(" and ").append(names.size() - shown).append(" more").toString();
      }
      text.append(shown == 0 ? "`" : ", `").append(name).append('`');
      shown++;
    }
    return shown == 0 ? "none" : text.toString();
  }
}
