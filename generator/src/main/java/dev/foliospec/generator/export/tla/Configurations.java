package dev.foliospec.generator.export.tla;

import java.util.ArrayList;
import java.util.List;

/** Configurations: what TLC is asked of a module. */
final class Configurations {
  private final String module;
  private final Names names;
  private final List<String> constants;
  private final List<Claims.Formula> formulas;

  Configurations(
      String module, Names names, List<String> constants, List<Claims.Formula> formulas) {
    this.module = module;
    this.names = names;
    this.constants = constants;
    this.formulas = formulas;
  }

  /** Whether there is something to ask. */
  boolean any(boolean ghosts, boolean reachable) {
    return formulas.stream().anyMatch(each -> isAsked(each, ghosts, reachable));
  }

  private static boolean isAsked(Claims.Formula formula, boolean ghosts, boolean reachable) {
    return formula.ghosts() == ghosts
        && formula.kind() != Claims.Kind.NOTE
        && (formula.kind() == Claims.Kind.UNREACHABLE) == reachable;
  }

  /** The text of one. */
  String text(boolean ghosts, boolean reachable) {
    String name = module + (ghosts ? "_ghosts" : "");
    StringBuilder text = new StringBuilder();
    if (reachable) {
      text.append(Comments.lines(
          "What can be reached. Each invariant must be violated, and what TLC shows for it is how its"
              + " state is reached. TLC stops at the first that it finds: take that one out and run it"
              + " again. What must hold is asked by "
              + name
              + ".cfg."));
    } else {
      text.append(Comments.lines("Everything that TLC can check of " + name + ".tla."));
    }
    text.append("SPECIFICATION ")
        .append(operator(ghosts ? "GhostSpec" : "Spec"))
        .append('\n');
    if (!constants.isEmpty()) {
      text.append("CONSTANTS\n");
      constants.forEach(
          each -> text.append("  ").append(each).append(" = ").append(each).append('\n'));
    }
    text.append(Comments.lines("Without what the latest step was: " + operator("last") + "."));
    text.append("VIEW ").append(operator(ghosts ? "GhostView" : "View")).append('\n');
    text.append(Comments.lines("A policy may have states in which nothing can happen any more."));
    text.append("CHECK_DEADLOCK FALSE\n");
    List<String> invariants = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    if (!reachable && !ghosts) {
      invariants.add(operator("TypeOK"));
    }
    for (Claims.Formula each : formulas) {
      if (isAsked(each, ghosts, reachable)) {
        (each.kind() == Claims.Kind.STEPS ? steps : invariants).add(each.name());
      }
    }
    list(text, "INVARIANTS", invariants);
    list(text, "PROPERTIES", steps);
    return text.toString();
  }

  private static void list(StringBuilder text, String head, List<String> names) {
    if (!names.isEmpty()) {
      text.append(head).append('\n');
      names.forEach(each -> text.append("  ").append(each).append('\n'));
    }
  }

  private String operator(String name) {
    return names.of("operator", name);
  }
}
