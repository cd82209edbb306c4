package dev.foliospec.resolve;

import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A table on its way into a flattened policy; heirs work on copies. */
final class DraftTable {
  final String name;
  final Table.Kind kind;
  final List<Event> events;
  final Optional<Expression> where;
  final List<String> headings;
  final String owner;
  final Grounds grounds;
  final Optional<String> doc;
  final Span at;
  final List<Draft> rows = new ArrayList<>();

  DraftTable(
      String name,
      Table.Kind kind,
      List<Event> events,
      Optional<Expression> where,
      List<String> headings,
      String owner,
      Grounds grounds,
      Optional<String> doc,
      Span at) {
    this.name = name;
    this.kind = kind;
    this.events = events;
    this.where = where;
    this.headings = headings;
    this.owner = owner;
    this.grounds = grounds;
    this.doc = doc;
    this.at = at;
  }

  DraftTable copy() {
    DraftTable copy = new DraftTable(name, kind, events, where, headings, owner, grounds, doc, at);
    copy.rows.addAll(rows);
    return copy;
  }

  /** The same table and rows on other events of the same names. */
  DraftTable withEvents(UnaryOperator<Event> other) {
    DraftTable changed = new DraftTable(
        name, kind, events.stream().map(other).toList(), where, headings, owner, grounds, doc, at);
    for (Draft each : rows) {
      List<Event> its = each.row().events().stream().map(other).toList();
      changed.rows.add(each.with(Rows.withEvents(each.row(), its)));
    }
    return changed;
  }

  /** The row of a bare id, if it is here. */
  Optional<Draft> row(String id) {
    return rows.stream().filter(each -> each.row().id().id().equals(id)).findFirst();
  }

  int position(RowId id) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).row().id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /** Takes a row and its alternatives away, and says which rows those were. */
  List<RowId> remove(RowId id) {
    List<RowId> gone = rows.stream()
        .map(Draft::row)
        .filter(each ->
            each.id().equals(id) || each.alternativeTo().filter(id::equals).isPresent())
        .map(Transition::id)
        .toList();
    rows.removeIf(each -> gone.contains(each.row().id()));
    return gone;
  }

  /** Notes that a row lost points to another. */
  void splitBy(RowId loser, RowId winner) {
    int at = position(loser);
    Transition row = rows.get(at).row();
    List<RowId> longer = new ArrayList<>(row.splitBy());
    longer.add(winner);
    rows.set(at, rows.get(at).with(Rows.withSplitBy(row, longer)));
  }

  /** The parameters of its events, by name; where types differ, with the values of all. */
  Map<String, Parameter> parameters() {
    return parameters(events);
  }

  /** The parameters of some events, by name; where types differ, with the values of all. */
  static Map<String, Parameter> parameters(List<Event> events) {
    Map<String, Parameter> all = new LinkedHashMap<>();
    for (Event event : events) {
      for (Parameter each : event.parameters()) {
        Parameter known = all.get(each.name());
        if (known == null) {
          all.put(each.name(), each);
        } else if (known.type() != each.type()) {
          Set<Value> values = new LinkedHashSet<>(known.type().values());
          values.addAll(each.type().values());
          boolean ordered = known.type().ordered() && each.type().ordered();
          Type both = new Type(Optional.empty(), List.copyOf(values), ordered, List.of());
          all.put(each.name(), new Parameter(each.name(), both));
        }
      }
    }
    return all;
  }
}
