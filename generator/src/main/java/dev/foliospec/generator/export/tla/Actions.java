package dev.foliospec.generator.export.tla;

import dev.foliospec.generator.rows.Answering;
import dev.foliospec.generator.rows.EventRows;
import dev.foliospec.generator.rows.Lowered;
import dev.foliospec.generator.rows.Origin;
import dev.foliospec.generator.rows.Pick;
import dev.foliospec.generator.rows.Reply;
import dev.foliospec.generator.rows.Way;
import dev.foliospec.generator.rows.Write;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of a policy as actions, one for each row and event that it answers. */
final class Actions {
  private final Policy policy;
  private final Names names;
  private final Terms terms;

  /** The chances that properties read: of every step they are known. */
  private final Set<String> always;

  private final Operators text = new Operators();
  private final Guards guards;
  private final Replies replies;

  /** The variables of the state, indexed ones once, in order. */
  private final List<String> families = new ArrayList<>();

  private final Map<String, String> variables = new LinkedHashMap<>();
  private final boolean hasConfig;

  Actions(Lowered lowered, Names names, Terms terms, Set<String> always) {
    this.policy = lowered.policy();
    this.names = names;
    this.terms = terms;
    this.always = always;
    guards = new Guards(lowered, names, terms, text);
    replies = new Replies(names, terms);
    for (Variable variable : policy.variables()) {
      if (variables.put(variable.family(), terms.name(variable)) == null) {
        families.add(variable.family());
      }
    }
    hasConfig = !policy.flags().isEmpty() || !policy.choices().isEmpty();
  }

  /** All actions of all events, and {@code Next}. */
  String write(List<EventRows> events) {
    List<Piece> next = new ArrayList<>();
    for (EventRows event : events) {
      String name = event(event);
      if (!name.isEmpty()) {
        next.add(Piece.atom(name));
      }
    }
    text.define("Next", Piece.any(next));
    return text.toString();
  }

  // --- Events
  // --------------------------------------------------------------------------------------

  private String event(EventRows rows) {
    Event event = rows.event();
    text.section(event);
    List<Piece> actions = guards.rows(rows, this::action);
    if (actions.isEmpty()) {
      text.comment("Nothing answers " + event.name() + ".");
      text.gap();
      return "";
    }
    String name = names.of("event", event.name());
    text.define(name, Piece.any(actions));
    text.gap();
    return name;
  }

  // --- Rows
  // ----------------------------------------------------------------------------------------

  /** Writes the action of a row; returns its name. */
  private String action(Answering answering, Guards.Guard guard) {
    String name = guards.name(answering);
    List<Piece.Part> parts = new ArrayList<>();
    for (Piece each : guards.conjuncts(answering, guard)) {
      parts.add(new Piece.Part(each, ""));
    }
    guards.heading(answering);
    List<Slot> bound = guards.bound(answering, guard, always);
    parts.addAll(doing(answering, bound));
    Piece body = parts.size() == 1 ? parts.get(0).piece() : new Piece.Joined(true, parts);
    List<Piece> sets = new ArrayList<>();
    for (Slot slot : bound) {
      sets.add(Piece.in(terms.name(slot), terms.set(slot.type())));
    }
    text.line(name + " ==");
    String margin = "  ";
    if (!sets.isEmpty()) {
      List<String> head = Layout.lines(new Piece.Exists(sets, body).head(), margin.length());
      text.line(margin + String.join("\n", head));
      margin = "    ";
    }
    List<String> lines = body instanceof Piece.Joined joined
        ? Layout.bulleted(joined, margin.length())
        : Layout.lines(body, margin.length());
    text.line(margin + String.join("\n", lines));
    text.gap();
    return name;
  }

  // --- What is done
  // --------------------------------------------------------------------------------

  private List<Piece.Part> doing(Answering answering, List<Slot> bound) {
    List<Way> ways = answering.ways();
    List<Reply> replies = ways.get(0).replies();
    List<List<Piece.Part>> branches = new ArrayList<>();
    for (int at = 0; at < replies.size(); at++) {
      branches.add(
          replies.get(at).changes()
              ? changing(answering, at, bound)
              : keeping(answering, replies.get(at), bound));
    }
    if (branches.size() == 1) {
      return branches.get(0);
    }
    List<Piece.Part> each = new ArrayList<>();
    branches.forEach(branch -> each.add(new Piece.Part(new Piece.Joined(true, branch), "")));
    return List.of(new Piece.Part(new Piece.Joined(false, each), ""));
  }

  private List<Piece.Part> keeping(Answering answering, Reply reply, List<Slot> bound) {
    return List.of(
        new Piece.Part(Piece.atom("UNCHANGED " + names.of("operator", "state")), ""),
        new Piece.Part(did(answering, reply, List.of(), bound), ""));
  }

  /** What a row changes and answers; what it does in each way alike stands first. */
  private List<Piece.Part> changing(Answering answering, int reply, List<Slot> bound) {
    List<Way> ways = answering.ways();
    Set<String> written = new LinkedHashSet<>();
    ways.forEach(way -> way.writes().forEach(write -> written.add(family(write.target()))));
    Set<String> alike = new LinkedHashSet<>();
    for (String family : families) {
      if (written.contains(family)
          && ways.stream().allMatch(way -> settled(way, family))
          && ways.stream().map(way -> writes(way, family)).distinct().count() == 1) {
        alike.add(family);
      }
    }
    boolean together = ways.size() == 1;
    List<Piece.Part> parts = new ArrayList<>();
    for (String family : alike) {
      parts.add(new Piece.Part(assigned(family, writes(ways.get(0), family)), ""));
    }
    Set<String> apart = new LinkedHashSet<>(written);
    apart.removeAll(alike);
    if (together) {
      parts.addAll(way(answering, ways.get(0), reply, apart, bound));
    } else {
      List<Piece.Part> each = new ArrayList<>();
      for (Way way : ways) {
        List<Piece.Part> inside = new ArrayList<>();
        terms
            .each(way.when(), Terms.Place.ACTION)
            .forEach(when -> inside.add(new Piece.Part(when, "")));
        inside.addAll(way(answering, way, reply, apart, bound));
        each.add(new Piece.Part(
            new Piece.Joined(true, inside),
            String.join(", ", way.steps().stream().map(step -> step.id().id()).toList())));
      }
      parts.add(new Piece.Part(new Piece.Joined(false, each), ""));
    }
    List<String> kept = new ArrayList<>();
    for (String family : families) {
      if (!written.contains(family)) {
        kept.add(variables.get(family));
      }
    }
    // What is answered stands last.
    int last = parts.size() - 1;
    if (written.isEmpty()) {
      parts.add(last, new Piece.Part(Piece.atom("UNCHANGED " + names.of("operator", "state")), ""));
    } else if (hasConfig || !kept.isEmpty()) {
      if (hasConfig) {
        kept.add(0, names.of("operator", "config"));
      }
      parts.add(last, new Piece.Part(unchanged(kept), ""));
    }
    return parts;
  }

  /** Whether a way leaves nothing open of a variable. */
  private static boolean settled(Way way, String family) {
    Map<Pick, Integer> uses = new LinkedHashMap<>();
    writes(way, family).forEach(write -> Picks.uses(write.value(), uses));
    return uses.isEmpty();
  }

  private static Piece unchanged(List<String> kept) {
    return kept.size() == 1
        ? Piece.atom("UNCHANGED " + kept.get(0))
        : new Piece.Listed("UNCHANGED <<", kept.stream().map(Piece::atom).toList(), ">>");
  }

  /** One way: what it writes of some variables, and its answer. */
  private List<Piece.Part> way(
      Answering answering, Way way, int reply, Set<String> apart, List<Slot> bound) {
    List<Piece.Part> parts = new ArrayList<>();
    terms.releasePicks();
    Map<Pick, Integer> uses = Picks.uses(way);
    List<Pick> open = new ArrayList<>();
    for (Pick pick : way.picks()) {
      boolean alone = uses.getOrDefault(pick, 0) == 1
          && way.writes().stream()
              .anyMatch(write -> write.value().equals(new Origin.Picked(pick))
                  && write.target() instanceof Variable variable
                  && variable.member().isEmpty());
      if (!alone && uses.getOrDefault(pick, 0) > 0) {
        open.add(pick);
        terms.bind(pick);
      }
    }
    List<String> kept = new ArrayList<>();
    for (String family : families) {
      if (apart.contains(family)) {
        List<Write> writes = writes(way, family);
        if (writes.isEmpty()) {
          kept.add(variables.get(family));
        } else {
          parts.add(new Piece.Part(assigned(family, writes), ""));
        }
      }
    }
    if (!kept.isEmpty()) {
      parts.add(new Piece.Part(unchanged(kept), ""));
    }
    parts.add(new Piece.Part(did(answering, way.replies().get(reply), way.effects(), bound), ""));
    for (int at = open.size() - 1; at >= 0; at--) {
      Pick pick = open.get(at);
      Piece body = parts.size() == 1 ? parts.get(0).piece() : new Piece.Joined(true, parts);
      parts = new ArrayList<>(List.of(new Piece.Part(
          new Piece.Exists(List.of(Piece.in(terms.pickName(pick), terms.options(pick))), body),
          "")));
    }
    return parts;
  }

  private static String family(Slot target) {
    return target instanceof Element element ? element.family() : ((Variable) target).family();
  }

  private static List<Write> writes(Way way, String family) {
    return way.writes().stream()
        .filter(write -> family(write.target()).equals(family))
        .toList();
  }

  private Piece assigned(String family, List<Write> writes) {
    String name = variables.get(family);
    Write first = writes.get(0);
    Piece primed = Piece.atom(name + "'");
    if (first.target() instanceof Variable variable && variable.member().isEmpty()) {
      if (first.value() instanceof Origin.Picked picked && !terms.isBound(picked.pick())) {
        return new Piece.Related(primed, " \\in ", terms.options(picked.pick()));
      }
      return new Piece.Related(primed, " = ", terms.of(first.value()));
    }
    List<Piece> changes = new ArrayList<>();
    for (Write write : writes) {
      changes.add(new Piece.Related(
          Piece.atom("![" + key(write.target()) + "]"), " = ", terms.of(write.value())));
    }
    return new Piece.Related(
        primed, " = ", new Piece.Listed("[" + name + " EXCEPT ", changes, "]"));
  }

  private String key(Slot target) {
    return target instanceof Element element
        ? Layout.flat(terms.read(element.index(), false, Terms.Place.ACTION))
        : terms.value(((Variable) target).member().orElseThrow().key());
  }

  // --- What is answered
  // ----------------------------------------------------------------------------

  private Piece did(Answering answering, Reply reply, List<EffectItem> effects, List<Slot> bound) {
    Replies.Said said = replies.said(answering.event(), reply, effects);
    List<Piece> given = new ArrayList<>();
    given.add(Piece.atom("\"" + answering.row().id().id() + "\""));
    given.add(Piece.atom("\"" + answering.event().name() + "\""));
    given.add(record(bound, true));
    if (!policy.chances().isEmpty()) {
      given.add(record(bound, false));
    }
    given.addAll(List.of(said.answer(), said.out(), said.effects()));
    Piece did = new Piece.Listed(names.of("operator", "Did") + "(", given, ")");
    return said.choices().isEmpty() ? did : new Piece.Exists(said.choices(), did);
  }

  private Piece record(List<Slot> bound, boolean parameters) {
    List<Piece> items = new ArrayList<>();
    for (Slot slot : bound) {
      if (slot instanceof Parameter == parameters) {
        items.add(new Piece.Related(
            Piece.atom(terms.field(slot.name())), " |-> ", Piece.atom(terms.name(slot))));
      }
    }
    return Replies.record(items);
  }
}
