package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Edit;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.RowUses;
import dev.foliospec.model.Cell;
import dev.foliospec.model.Condition;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows where two rows overlap, and the one cell that would keep them apart, if there is one. */
final class Overlaps {
  private Overlaps() {}

  /** A cell that could be narrowed. */
  private record Narrowing(Transition row, Slot slot, List<Value> left, Span at) {}

  static Diagnostic describe(
      Rule rule, String message, Policy policy, RowUses uses, Transition one, Transition other) {
    Transition first = one;
    Transition second = other;
    if (after(first.at(), second.at())) {
      first = other;
      second = one;
    }
    // A row that relates slots is a case of its own; the other is narrowed, else the later one.
    Transition likelier = relates(second) && !relates(first) ? first : second;
    Transition otherwise = likelier.equals(first) ? second : first;
    Optional<Narrowing> narrowing = narrowing(uses, likelier, otherwise);
    if (narrowing.isEmpty()) {
      narrowing = narrowing(uses, otherwise, likelier);
    }
    Diagnostic finding;
    if (narrowing.isPresent()) {
      Narrowing cell = narrowing.get();
      Transition wide = cell.row();
      Transition narrow = wide.equals(first) ? second : first;
      finding = Diagnostic.of(rule, cell.at(), message)
          .withLabel(applies(wide, cell.slot()))
          .withRelated(narrow.at(cell.slot().name()), applies(narrow, cell.slot()));
      String text = CellText.of(cell.slot().type(), cell.left());
      finding = finding.withFix(
          "write `" + text + "` in row " + wide.id().id(), new Edit(cell.at(), text));
    } else {
      finding = Diagnostic.of(rule, second.at(), message).withRelated(first.at(), "overlaps here");
      for (Condition condition : first.guard().conditions()) {
        if (wider(condition, second)) {
          finding = Diagnostic.of(rule, second.at(condition.heading()), message)
              .withLabel(label(second, condition.heading()))
              .withRelated(condition.at(), label(first, condition.heading()));
          break;
        }
      }
    }
    String owners = owners(policy, first, second);
    return owners.isEmpty() ? finding : finding.withNote(owners);
  }

  private static boolean after(Span one, Span other) {
    return one.file() == other.file() && one.start() > other.start();
  }

  private static boolean wider(Condition condition, Transition other) {
    for (Condition each : other.guard().conditions()) {
      if (each.heading().equals(condition.heading())) {
        return false;
      }
    }
    return true;
  }

  private static String label(Transition row, String heading) {
    for (Cell cell : row.cells()) {
      if (!cell.outcome() && cell.heading().equals(heading)) {
        return cell.text().equals("-")
            ? "`-` applies always"
            : "applies where `" + heading + "` is `" + cell.text() + "`";
      }
    }
    return "applies whatever `" + heading + "` is";
  }

  private static String applies(Transition row, Slot slot) {
    List<Value> values = within(row).get(slot.name());
    if (values == null) {
      return label(row, slot.name());
    }
    List<String> names = new ArrayList<>();
    for (Value value : values) {
      names.add("`" + value.name() + "`");
    }
    return "applies when `" + slot.name() + "` is " + String.join(" or ", names);
  }

  /** That rows come from elsewhere: who wrote them, and where they meet. */
  private static String owners(Policy policy, Transition first, Transition second) {
    Set<String> owners = new LinkedHashSet<>();
    owners.add(first.id().policy());
    owners.add(second.id().policy());
    owners.remove(policy.name());
    return owners.isEmpty()
        ? ""
        : "they meet in `" + policy.name() + "`, which inherits from " + Wording.list(owners);
  }

  /** The cell of a row that could be narrowed so that no reachable point is left to neither. */
  private static Optional<Narrowing> narrowing(RowUses uses, Transition wide, Transition narrow) {
    if (wide.guard().otherwise() || narrow.guard().otherwise()) {
      return Optional.empty();
    }
    Map<String, List<Value>> mine = within(wide);
    for (Slot slot : Wording.asked(List.of(wide, narrow))) {
      Span at = cell(wide, slot.name());
      if (at == null || relates(wide, slot.name())) {
        continue;
      }
      List<Value> seen = uses.narrowed(wide.id(), narrow.id(), slot);
      if (!seen.isEmpty()) {
        List<Value> my = mine.getOrDefault(slot.name(), slot.type().values());
        if (seen.size() < my.size()) {
          return Optional.of(new Narrowing(wide, slot, seen, at));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean relates(Transition row, String heading) {
    for (Condition condition : row.guard().conditions()) {
      if (condition.heading().equals(heading) && !(condition.test() instanceof Condition.Within)) {
        return true;
      }
    }
    return false;
  }

  private static boolean relates(Transition row) {
    for (Condition condition : row.guard().conditions()) {
      if (!(condition.test() instanceof Condition.Within)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Span cell(Transition row, String heading) {
    for (Cell cell : row.cells()) {
      if (!cell.outcome() && cell.heading().equals(heading)) {
        return cell.at();
      }
    }
    return null;
  }

  private static Map<String, List<Value>> within(Transition row) {
    Map<String, List<Value>> values = new LinkedHashMap<>();
    for (Condition condition : row.guard().conditions()) {
      if (condition.test() instanceof Condition.Within within) {
        List<Value> known = values.get(within.slot().name());
        List<Value> both = new ArrayList<>(within.values());
        if (known != null) {
          both.retainAll(known);
        }
        values.put(within.slot().name(), both);
      }
    }
    return values;
  }
}
