package dev.foliospec.generator.plan;

import dev.foliospec.model.Table;
import java.util.List;
import java.util.Optional;

/**
 * The readable machine of a deterministic policy.
 *
 * @param policy the policy
 * @param events a method for each event of the vocabulary
 * @param rows a method for each row; more than one where it does something else for another event
 */
public record MachinePlan(PolicyPlan policy, List<EventMethod> events, List<RowMethod> rows) {
  /** Copies the lists. */
  public MachinePlan {
    events = List.copyOf(events);
    rows = List.copyOf(rows);
  }

  /**
   * How an event is answered.
   *
   * @param event the event
   * @param method the method's name
   * @param lacking whether the policy does not have it; then nothing else is said
   * @param onlyWhen when it can happen
   * @param checks tables of refusals in order
   * @param body the tree of the bodies; empty where a check takes every point
   * @param tables the names of the tables that answer
   */
  public record EventMethod(
      EventPlan event,
      String method,
      boolean lacking,
      Optional<Formula> onlyWhen,
      List<CheckTable> checks,
      Optional<Node> body,
      List<String> tables) {
    /** Copies the lists. */
    public EventMethod {
      checks = List.copyOf(checks);
      tables = List.copyOf(tables);
    }
  }

  /**
   * A table of checks for one event.
   *
   * @param table the table
   * @param rows its rows for this event, in order
   */
  public record CheckTable(Table table, List<CheckRow> rows) {
    /** Copies the list. */
    public CheckTable {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row of checks.
   *
   * @param when when it covers the point
   * @param answer the row, or empty if it lets through
   * @param id its id
   */
  public record CheckRow(Formula when, Optional<Node.Answer> answer, String id) {}

  /**
   * What a row does.
   *
   * @param row the row
   * @param events the events for which it does this
   * @param method the method's name
   * @param node what it does
   * @param effects the method of its effects and their tree, where they alone depend on the state
   */
  public record RowMethod(
      RowPlan row,
      List<EventPlan> events,
      String method,
      Node node,
      Optional<EffectsMethod> effects) {
    /** Copies the list. */
    public RowMethod {
      events = List.copyOf(events);
    }
  }

  /**
   * The effects of a row.
   *
   * @param method the method's name
   * @param node the tree of effects
   */
  public record EffectsMethod(String method, Node node) {}
}
