package dev.foliospec.run;

import dev.foliospec.model.Cell;
import dev.foliospec.model.Condition;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import dev.foliospec.run.Supposition.Truth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which row answers an event, and why the others do not.
 *
 * <p>Not everything need be known: what no value is given for may have any, and then several rows
 * may answer, each under conditions that are left open. Read from the cells, as the interpreter does.
 *
 * @param policy the policy
 * @param event the event
 * @param happens whether the event can happen at all
 * @param rows every row that is on the event, checks first, in the order in which they are asked
 */
public record Explanation(Policy policy, Event event, Happens happens, List<Considered> rows) {
  /** Copies the list. */
  public Explanation {
    rows = List.copyOf(rows);
  }

  /** Whether an event can happen. */
  public enum Happens {
    /** Its {@code only when} holds, or it has none. */
    YES,
    /** Its {@code only when} does not hold: there is nothing to answer. */
    NO,
    /** That depends on what is not known. */
    PERHAPS
  }

  /** What a row does here. */
  public enum Part {
    /** It answers. */
    ANSWERS,
    /** It is a check that lets the event through. */
    PASSES,
    /** It answers, or passes, where what is left open turns out so. */
    PERHAPS,
    /** It has no say. */
    NONE
  }

  /**
   * One row.
   *
   * @param table its table
   * @param row the row
   * @param part what it does here
   * @param reasons why it has no say, or what is left open
   */
  public record Considered(Table table, Transition row, Part part, List<Reason> reasons) {
    /** Copies the list. */
    public Considered {
      reasons = List.copyOf(reasons);
    }
  }

  /** Why a row has no say, or what is left open. */
  public sealed interface Reason {}

  /**
   * A cell.
   *
   * @param heading its column
   * @param cell its text
   * @param seen what stands against it: values by the names of the slots that it reads, where known
   */
  public record AtCell(String heading, String cell, Map<String, Value> seen) implements Reason {
    /** Copies the map, keeping its order. */
    public AtCell {
      seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
    }
  }

  /** What all rows of the table take for granted. */
  public record AtTable(String table) implements Reason {}

  /** Another row that answers first, took the point, or covers it where this says otherwise. */
  public record AtRow(RowId row, How how) implements Reason {}

  /** What another row does to this one. */
  public enum How {
    /** A check that answers before this row is asked. */
    BEFORE,
    /** A row that split this one. */
    SPLITS,
    /** A row beside which this one says {@code otherwise}. */
    COVERS,
    /** The row that this one is an alternative to. */
    LEADS
  }

  /**
   * Explains.
   *
   * @param policy a policy whose names are all bound
   * @param event one of its events
   * @param known values by the names of variables, parameters, flags, chances and undecided traits
   */
  public static Explanation of(Policy policy, Event event, Map<String, Value> known) {
    return new Explainer(policy, event, new Supposition(policy, known)).explain();
  }

  /** The rows that answer for certain; one in a checked, deterministic policy if all is known. */
  public List<Considered> answering() {
    return rows.stream().filter(each -> each.part() == Part.ANSWERS).toList();
  }

  /** Works one explanation out. */
  private static final class Explainer {
    private final Policy policy;
    private final Event event;
    private final Supposition supposed;
    private final List<Considered> considered = new ArrayList<>();
    private final Map<RowId, Considered> leaders = new HashMap<>();

    Explainer(Policy policy, Event event, Supposition supposed) {
      this.policy = policy;
      this.event = event;
      this.supposed = supposed;
    }

    Explanation explain() {
      Truth happens =
          event.onlyWhen().isPresent() ? supposed.of(event.onlyWhen().get()) : Truth.YES;
      Optional<RowId> taken = Optional.empty();
      List<RowId> perhaps = new ArrayList<>();
      for (Table table : policy.checks()) {
        if (table.on(event)) {
          taken = checks(table, taken, perhaps);
        }
      }
      for (Table table : policy.bodies()) {
        if (table.on(event)) {
          body(table, taken, perhaps);
        }
      }
      return new Explanation(
          policy,
          event,
          switch (happens) {
            case YES -> Happens.YES;
            case NO -> Happens.NO;
            case OPEN -> Happens.PERHAPS;
          },
          considered);
    }

    /** A table of checks: the first row that covers the point answers or lets it through. */
    private Optional<RowId> checks(Table table, Optional<RowId> before, List<RowId> perhaps) {
      Optional<RowId> answered = before;
      Optional<RowId> closed = before;
      List<RowId> open = new ArrayList<>(perhaps);
      boolean mayPass = false;
      for (Transition row : table.rows()) {
        if (!row.answers(event)) {
          continue;
        }
        if (closed.isPresent()) {
          add(table, row, Part.NONE, List.of(new AtRow(closed.get(), How.BEFORE)));
          continue;
        }
        List<Reason> reasons = new ArrayList<>();
        Truth applies = applies(table, row, reasons);
        boolean pass = row.outcome().answer() == Outcome.Answer.PASS;
        if (applies == Truth.NO) {
          add(table, row, Part.NONE, reasons);
        } else if (applies == Truth.OPEN || !open.isEmpty()) {
          open.forEach(each -> reasons.add(new AtRow(each, How.BEFORE)));
          add(table, row, Part.PERHAPS, reasons);
          mayPass |= pass;
          if (applies == Truth.YES) {
            closed = Optional.of(row.id());
            // Whichever of the open ones it is, one of them answers.
            answered = mayPass ? answered : closed;
          }
          open.add(row.id());
          if (!pass) {
            perhaps.add(row.id());
          }
        } else {
          add(table, row, pass ? Part.PASSES : Part.ANSWERS, reasons);
          closed = Optional.of(row.id());
          answered = pass ? answered : closed;
        }
      }
      return answered;
    }

    private void body(Table table, Optional<RowId> taken, List<RowId> perhaps) {
      List<Transition> alternatives = new ArrayList<>();
      for (Transition row : table.rows()) {
        if (row.alternativeTo().isPresent()) {
          alternatives.add(row);
        } else if (row.answers(event)) {
          bodyRow(table, row, taken, perhaps);
        }
      }
      for (Transition row : alternatives) {
        RowId leader = row.alternativeTo().orElseThrow();
        Considered led = leaders.get(leader);
        if (led != null) {
          boolean stands = led.part() == Part.ANSWERS;
          add(table, row, led.part(), stands ? List.of() : List.of(new AtRow(leader, How.LEADS)));
        }
      }
    }

    private void bodyRow(Table table, Transition row, Optional<RowId> taken, List<RowId> perhaps) {
      List<Reason> reasons = new ArrayList<>();
      Truth applies = applies(table, row, reasons);
      if (applies != Truth.NO && taken.isPresent()) {
        reasons.clear();
        reasons.add(new AtRow(taken.get(), How.BEFORE));
        applies = Truth.NO;
      }
      if (applies == Truth.NO) {
        add(table, row, Part.NONE, reasons);
      } else if (applies == Truth.OPEN || !perhaps.isEmpty()) {
        perhaps.forEach(each -> reasons.add(new AtRow(each, How.BEFORE)));
        add(table, row, Part.PERHAPS, reasons);
      } else {
        add(table, row, Part.ANSWERS, reasons);
      }
    }

    private void add(Table table, Transition row, Part part, List<Reason> reasons) {
      Considered one = new Considered(table, row, part, reasons);
      considered.add(one);
      leaders.put(row.id(), one);
    }

    /** Whether a row applies, earlier checks aside. Reasons: all that say no, else all left open. */
    private Truth applies(Table table, Transition row, List<Reason> reasons) {
      List<Reason> against = new ArrayList<>();
      List<Reason> open = new ArrayList<>();
      if (table.where().isPresent()) {
        note(supposed.of(table.where().get()), new AtTable(table.name()), against, open);
      }
      for (Condition condition : row.guard().conditions()) {
        note(supposed.of(condition.test()), atCell(row, condition), against, open);
      }
      if (against.isEmpty()) {
        for (Transition other : table.rows()) {
          if (row.splitBy().contains(other.id()) && other.answers(event)) {
            note(covers(table, other).not(), new AtRow(other.id(), How.SPLITS), against, open);
          }
          if (row.guard().otherwise() && isBesideOtherwise(other)) {
            note(holds(other).not(), new AtRow(other.id(), How.COVERS), against, open);
          }
        }
      }
      reasons.addAll(against.isEmpty() ? open : against);
      return !against.isEmpty() ? Truth.NO : open.isEmpty() ? Truth.YES : Truth.OPEN;
    }

    private static void note(Truth truth, Reason reason, List<Reason> against, List<Reason> open) {
      if (truth == Truth.NO) {
        against.add(reason);
      } else if (truth == Truth.OPEN) {
        open.add(reason);
      }
    }

    /** Whether a row's own cells cover the point, rows that split it aside. */
    private Truth covers(Table table, Transition row) {
      Truth truth = holds(row);
      if (row.guard().otherwise()) {
        for (Transition other : table.rows()) {
          if (isBesideOtherwise(other)) {
            truth = truth.and(holds(other).not());
          }
        }
      }
      return truth;
    }

    private boolean isBesideOtherwise(Transition other) {
      return !other.guard().otherwise() && other.alternativeTo().isEmpty() && other.answers(event);
    }

    private Truth holds(Transition row) {
      Truth truth = Truth.YES;
      for (Condition condition : row.guard().conditions()) {
        truth = truth.and(supposed.of(condition.test()));
      }
      return truth;
    }

    private AtCell atCell(Transition row, Condition condition) {
      String text = "";
      for (Cell cell : row.cells()) {
        if (!cell.outcome() && cell.heading().equals(condition.heading())) {
          text = cell.text();
        }
      }
      Map<String, Value> seen = new LinkedHashMap<>();
      if (condition.test() instanceof Condition.Within within) {
        see(within.slot(), seen);
      } else if (condition.test() instanceof Condition.Same same) {
        see(same.slot(), seen);
        see(same.other(), seen);
      }
      return new AtCell(condition.heading(), text, seen);
    }

    private void see(Slot slot, Map<String, Value> seen) {
      if (slot instanceof Element element) {
        see(element.index(), seen);
      }
      Slot settled = supposed.settled(slot);
      supposed.value(settled).ifPresent(value -> seen.put(settled.name(), value));
    }
  }
}
