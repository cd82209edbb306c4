package dev.foliospec.coverage;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.model.Cell;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Transition;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import dev.foliospec.source.SourceFile;
import dev.foliospec.specs.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What notices a change of a cell, found out the long way: the text is changed, everything is
 * compiled anew, and the findings are looked through. Whether anything is answered otherwise is asked
 * of the interpreter, at every point that the original reaches.
 */
final class FrontDoor {
  private final List<SourceFile> files;
  private final Compilation original;
  private final Map<String, List<Reach.Asked>> replies = new LinkedHashMap<>();
  private final Set<String> known;

  FrontDoor(List<SourceFile> files) {
    this.files = files;
    original = compiled(files);
    known = codes(original);
    for (Policy policy : original.policySet().completePolicies()) {
      replies.put(policy.name(), Reach.replies(policy, (Chance chance) -> true));
    }
  }

  private static Compilation compiled(List<SourceFile> files) {
    return Compiler.compile(files, CompileOptions.USUAL);
  }

  Compilation original() {
    return original;
  }

  Coverage coverage() {
    return coverage(Set.copyOf(files));
  }

  Coverage coverage(Set<SourceFile> asked) {
    return Coverage.of(
        original.syntax(),
        original.policySet(),
        original.explorations(),
        asked,
        CompileOptions.USUAL.mostStates(),
        (changes, all) -> {});
  }

  /** Each finding as its code and, for properties, the name that it quotes. */
  private static Set<String> codes(Compilation compilation) {
    Set<String> codes = new TreeSet<>();
    for (Diagnostic each : compilation.diagnostics()) {
      String code = each.rule().code();
      boolean claim = code.startsWith("P71") && code.compareTo("P714") <= 0;
      if (claim || each.severity() == Severity.ERROR) {
        codes.add(code + " " + each.message());
      }
    }
    return codes;
  }

  /** What notices a change. */
  Noticed notices(CellCoverage cell, FlipCoverage flip) {
    Compilation changed = compiled(changed(cell, flip));
    Set<String> codes = codes(changed);
    codes.removeAll(known);
    if (codes.stream().anyMatch(code -> code.startsWith("P70"))) {
      return Noticed.SCENARIO;
    }
    if (codes.stream().anyMatch(code -> code.startsWith("P71"))) {
      return Noticed.PROPERTY;
    }
    if (codes.stream().anyMatch(code -> code.startsWith("P721"))) {
      return Noticed.REFINEMENT;
    }
    boolean unbound = original.policySet().completePolicies().stream()
        .anyMatch(each -> !changed.policySet().policy(each.name()).orElseThrow().sound());
    if (!unbound && same(changed.policySet())) {
      return Noticed.NO_EFFECT;
    }
    return codes.isEmpty() ? Noticed.NOTHING : Noticed.CHECK;
  }

  private List<SourceFile> changed(CellCoverage cell, FlipCoverage flip) {
    Map<Integer, String> texts = new TreeMap<>();
    Map<Integer, Integer> ends = new TreeMap<>();
    texts.put(cell.at().start(), flip.becomes());
    ends.put(cell.at().start(), cell.at().end());
    if (flip.brief().endsWith("without the row's changes")) {
      Policy owner = original.policySet().policy(cell.row().policy()).orElseThrow();
      Transition row = owner.row(cell.row()).orElseThrow();
      for (Cell each : row.cells()) {
        boolean citing = List.of("source", "status", "why", "answer").contains(each.heading());
        if (each.outcome() && !citing) {
          String nothing =
              each.heading().endsWith("'") ? "=" : each.heading().equals("effects") ? "none" : "-";
          texts.put(each.at().start(), nothing);
          ends.put(each.at().start(), each.at().end());
        }
      }
    }
    List<SourceFile> all = new ArrayList<>();
    for (SourceFile file : files) {
      if (file != cell.at().file()) {
        all.add(file);
        continue;
      }
      StringBuilder text = new StringBuilder();
      int from = 0;
      for (Map.Entry<Integer, String> each : texts.entrySet()) {
        text.append(file.text(), from, each.getKey()).append(each.getValue());
        from = ends.getOrDefault(each.getKey(), from);
      }
      text.append(file.text().substring(from));
      all.add(new SourceFile(file.path(), text.toString()));
    }
    return all;
  }

  private boolean same(PolicySet changed) {
    for (Map.Entry<String, List<Reach.Asked>> each : replies.entrySet()) {
      Interpreter interpreter = new Interpreter(changed.policy(each.getKey()).orElseThrow());
      for (Reach.Asked asked : each.getValue()) {
        Reply reply = interpreter.step(asked.configuration(), asked.state(), asked.input());
        if (!said(reply).equals(said(asked.reply()))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Set<String> said(Reply reply) {
    if (!(reply instanceof Reply.Answered answered)) {
      return Set.of(reply instanceof Reply.Forbidden ? "forbidden" : reply.toString());
    }
    return answered.responses().stream().map(FrontDoor::said).collect(Collectors.toSet());
  }

  private static String said(Response response) {
    return response.answer() + " " + response.outputs() + " "
        + response.effects().stream().map(each -> each.name()).toList() + " "
        + response.next().values();
  }
}
