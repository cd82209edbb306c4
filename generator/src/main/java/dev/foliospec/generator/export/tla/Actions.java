package dev.foliospec.generator.export.tla;

import dev.foliospec.generator.rows.Answering;
import dev.foliospec.generator.rows.CheckRows;
import dev.foliospec.generator.rows.EventRows;
import dev.foliospec.generator.rows.Lowered;
import dev.foliospec.generator.rows.Origin;
import dev.foliospec.generator.rows.Pick;
import dev.foliospec.generator.rows.Reply;
import dev.foliospec.generator.rows.Settled;
import dev.foliospec.generator.rows.Shown;
import dev.foliospec.generator.rows.Way;
import dev.foliospec.generator.rows.Write;
import dev.foliospec.model.Chance;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Variable;
import dev.foliospec.resolve.Reads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of a policy as actions, one for each row and event that it answers. */
final class Actions {
  /** An operator that says which row of a table of checks answers. */
  private record Gate(String name, List<Slot> told, CheckRows rows) {}

  /**
   * An operator that says what a table's rows take for granted.
   *
   * @param conjuncts how many conjuncts of a row's guard it stands for
   */
  private record Where(String name, List<Slot> told, int conjuncts) {}

  /** How long a condition may be that every row of a table repeats. */
  private static final int SHORT = 60;

  private final Policy policy;
  private final Settled settled;
  private final Names names;
  private final Terms terms;

  /** The chances that properties read: of every step they are known. */
  private final Set<String> always;

  /** What the operators of checks say where none of their rows answers. */
  private final String pass;

  private final StringBuilder text = new StringBuilder();
  private final List<Gate> gates = new ArrayList<>();
  private final Map<String, Where> wheres = new HashMap<>();

  /** The variables of the state, indexed ones once, in order. */
  private final List<String> families = new ArrayList<>();

  private final Map<String, String> variables = new LinkedHashMap<>();
  private final boolean hasConfig;

  Actions(Lowered lowered, Names names, Terms terms, Set<String> always) {
    this.policy = lowered.policy();
    this.settled = lowered.settled();
    this.names = names;
    this.terms = terms;
    this.always = always;
    for (Variable variable : policy.variables()) {
      if (variables.put(variable.family(), terms.name(variable)) == null) {
        families.add(variable.family());
      }
    }
    boolean taken =
        policy.tables().stream().anyMatch(table -> table.rows().stream().anyMatch(Actions::isPass));
    pass = taken ? "go on" : "pass";
    hasConfig = !policy.flags().isEmpty() || !policy.choices().isEmpty();
  }

  private static boolean isPass(Transition row) {
    return row.id().id().equals("pass");
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
    define("Next", Piece.any(next));
    return text.toString();
  }

  private void define(String head, Piece body) {
    String line = head + " == " + Layout.flat(body);
    List<String> lines = Layout.lines(body, 2);
    if (lines.size() == 1 && line.length() <= Layout.WIDTH) {
      text.append(line).append('\n');
    } else {
      text.append(head).append(" ==\n  ").append(String.join("\n", lines)).append('\n');
    }
  }

  // --- Events
  // --------------------------------------------------------------------------------------

  private String event(EventRows rows) {
    Event event = rows.event();
    text.append(rule(call(event))).append('\n');
    event.doc().ifPresent(doc -> text.append(Comments.lines(doc)));
    text.append('\n');
    List<Piece> first = new ArrayList<>();
    List<Slot> asked = new ArrayList<>();
    if (!rows.onlyWhen().isEmpty()) {
      List<Slot> told = told(rows.onlyWhen());
      String name = names.of("event", "can_" + event.name());
      text.append(Comments.lines("When it can happen at all."));
      define(head(name, told), Piece.all(terms.each(rows.onlyWhen(), Terms.Place.ACTION)));
      text.append('\n');
      first.add(called(name, told));
      asked.addAll(told);
    }
    List<Piece> actions = new ArrayList<>();
    List<Piece> passed = new ArrayList<>(first);
    List<Slot> askedBefore = new ArrayList<>(asked);
    for (CheckRows checks : rows.checks()) {
      Gate gate = gate(checks);
      for (Answering row : checks.rows()) {
        if (!row.passes() && !row.forbidden()) {
          List<Piece> guard = new ArrayList<>(passed);
          guard.add(new Piece.Related(
              called(gate.name(), gate.told()),
              " = ",
              Piece.atom("\"" + row.row().id().id() + "\"")));
          actions.add(Piece.atom(action(row, guard, and(askedBefore, gate.told()), List.of())));
        }
      }
      passed.add(new Piece.Related(
          called(gate.name(), gate.told()), " = ", Piece.atom("\"" + pass + "\"")));
      askedBefore = and(askedBefore, gate.told());
    }
    for (Answering row : rows.bodies()) {
      if (row.forbidden()) {
        text.append(Comments.lines(row.row().id().id() + " forbids the event: no step."));
        text.append('\n');
      } else {
        actions.add(Piece.atom(action(row, passed, askedBefore, row.guard())));
      }
    }
    if (actions.isEmpty()) {
      text.append(Comments.lines("Nothing answers " + event.name() + ".")).append('\n');
      return "";
    }
    String name = names.of("event", event.name());
    define(name, Piece.any(actions));
    text.append('\n');
    return name;
  }

  private static List<Slot> and(List<Slot> some, List<Slot> more) {
    List<Slot> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  static String rule(String title) {
    String head = "\\* --- " + title + " ";
    return head + "-".repeat(Math.max(3, Layout.WIDTH - head.length()));
  }

  private static String call(Event event) {
    List<String> parameters = event.parameters().stream()
        .map(each -> each.name() + ": " + each.type().spelled())
        .toList();
    return event.name()
        + (parameters.isEmpty() ? "" : "(" + String.join(", ", parameters) + ")")
        + " by "
        + event.actor();
  }

  // --- Checks
  // --------------------------------------------------------------------------------------

  /** The operator for a table of checks on an event; events whose rows are the same share it. */
  private Gate gate(CheckRows checks) {
    for (Gate each : gates) {
      if (alike(each.rows(), checks)) {
        return each;
      }
    }
    String table = checks.table().name();
    Event event = checks.rows().get(0).event();
    boolean alone = gates.stream().noneMatch(gate -> gate.rows().table().name().equals(table))
        && checks.table().events().size() == 1;
    String name = names.of("checks", alone || shared(checks) ? table : table + "_" + event.name());
    List<Expression> read = new ArrayList<>();
    checks.rows().forEach(row -> read.addAll(row.guard()));
    Gate gate = new Gate(name, told(read), checks);
    gates.add(gate);
    checks.table().doc().ifPresent(doc -> text.append(Comments.lines(doc)));
    text.append(Comments.lines("Which row of the checks " + table
        + " answers, asked in this order; \"" + pass + "\" goes on to what comes next."));
    Piece answer = Piece.atom("\"" + pass + "\"");
    for (int at = checks.rows().size() - 1; at >= 0; at--) {
      Answering row = checks.rows().get(at);
      String id = row.passes() ? pass : row.row().id().id();
      answer = new Piece.Conditional(
          Piece.all(terms.each(row.guard(), Terms.Place.ACTION)),
          Piece.atom("\"" + id + "\""),
          answer);
    }
    define(head(name, gate.told()), answer);
    text.append('\n');
    return gate;
  }

  /** Whether all events of a table's rows are asked the same. */
  private static boolean shared(CheckRows checks) {
    return checks.rows().stream()
        .allMatch(row -> row.row().events().size() == checks.table().events().size());
  }

  private static boolean alike(CheckRows one, CheckRows other) {
    if (!one.table().name().equals(other.table().name())
        || one.rows().size() != other.rows().size()) {
      return false;
    }
    for (int at = 0; at < one.rows().size(); at++) {
      if (!one.rows().get(at).row().id().equals(other.rows().get(at).row().id())
          || !one.rows().get(at).guard().equals(other.rows().get(at).guard())) {
        return false;
      }
    }
    return true;
  }

  // --- Rows
  // ----------------------------------------------------------------------------------------

  /** Writes the action of a row; returns its name. */
  private String action(
      Answering answering, List<Piece> before, List<Slot> asked, List<Expression> guard) {
    Transition row = answering.row();
    String id = row.id().id();
    String name =
        names.of("row", row.events().size() > 1 ? id + "_" + answering.event().name() : id);
    Optional<Where> where = where(answering.table(), guard);
    row.doc().ifPresent(doc -> text.append(Comments.lines(doc)));
    String alternative =
        row.alternativeTo().map(other -> ", an alternative to " + other.id()).orElse("");
    text.append(
        Comments.lines((row.id().policy().equals(policy.name()) ? id : row.id().spelled())
            + alternative
            + ", table "
            + answering.table().name()
            + ". "
            + Comments.grounds(row.grounds())));
    row.grounds().why().ifPresent(why -> text.append(Comments.lines(why)));

    List<Piece.Part> parts = new ArrayList<>();
    before.forEach(each -> parts.add(new Piece.Part(each, "")));
    List<Expression> own = guard;
    if (where.isPresent()) {
      parts.add(new Piece.Part(called(where.get().name(), where.get().told()), ""));
      own = guard.subList(where.get().conjuncts(), guard.size());
    }
    terms.each(own, Terms.Place.ACTION).forEach(each -> parts.add(new Piece.Part(each, "")));
    List<Slot> bound = bound(answering, asked, guard);
    doing(answering, bound).forEach(parts::add);
    Piece body = parts.size() == 1 ? parts.get(0).piece() : new Piece.Joined(true, parts);
    List<Piece> sets = new ArrayList<>();
    for (Slot slot : bound) {
      sets.add(Piece.in(terms.name(slot), terms.set(slot.type())));
    }
    text.append(name).append(" ==\n");
    String margin = "  ";
    if (!sets.isEmpty()) {
      List<String> head = Layout.lines(new Piece.Exists(sets, body).head(), margin.length());
      text.append(margin).append(String.join("\n", head)).append('\n');
      margin = "    ";
    }
    List<String> lines = body instanceof Piece.Joined joined
        ? Layout.bulleted(joined, margin.length())
        : Layout.lines(body, margin.length());
    text.append(margin).append(String.join("\n", lines)).append("\n\n");
    return name;
  }

  /** What the rows of a table take for granted, as an operator where it is long. */
  private Optional<Where> where(Table table, List<Expression> guard) {
    Where known = wheres.get(table.name());
    if (known != null) {
      return Optional.of(known);
    }
    List<Expression> where =
        table.where().map(each -> Settled.conjuncts(settled.of(each))).orElse(List.of());
    Piece said = Piece.all(terms.each(where, Terms.Place.ACTION));
    if (Layout.flat(said).length() <= SHORT
        || guard.size() < where.size()
        || !guard.subList(0, where.size()).equals(where)) {
      return Optional.empty();
    }
    Where written =
        new Where(names.of("where", table.name() + "_where"), told(where), where.size());
    wheres.put(table.name(), written);
    table.doc().ifPresent(doc -> text.append(Comments.lines(doc)));
    text.append(Comments.lines("What the rows of " + table.name() + " take for granted."));
    define(head(written.name(), written.told()), said);
    text.append('\n');
    return Optional.of(written);
  }

  /** The parameters of the event, and the chances on which the row depends or of which properties speak. */
  private List<Slot> bound(Answering answering, List<Slot> asked, List<Expression> guard) {
    Map<String, Slot> bound = new LinkedHashMap<>();
    answering.event().parameters().forEach(each -> bound.put(each.name(), each));
    List<Slot> read = new ArrayList<>(asked);
    guard.forEach(each -> read.addAll(Reads.of(each)));
    for (Way way : answering.ways()) {
      way.when().forEach(each -> read.addAll(Reads.of(each)));
      way.picks().forEach(pick -> pick.options().forEach(each -> reads(each, read)));
      for (Write write : way.writes()) {
        read.addAll(write.target().sources());
        reads(write.value(), read);
      }
      for (Reply reply : way.replies()) {
        for (List<Shown> options : reply.outputs()) {
          for (Shown shown : options) {
            if (shown instanceof Shown.One one) {
              reads(one.value(), read);
            }
          }
        }
      }
    }
    Set<String> names = new LinkedHashSet<>(always);
    read.forEach(slot -> names.add(slot.name()));
    for (Chance chance : policy.chances()) {
      if (names.contains(chance.name())) {
        bound.put(chance.name(), chance);
      }
    }
    return List.copyOf(bound.values());
  }

  private static void reads(Origin origin, List<Slot> slots) {
    if (origin instanceof Origin.Read read) {
      slots.addAll(read.slot().sources());
    } else if (origin instanceof Origin.Shifted shifted) {
      reads(shifted.from(), slots);
    } else if (origin instanceof Origin.Mapped mapped) {
      reads(mapped.from(), slots);
    } else if (origin instanceof Origin.Either either) {
      slots.addAll(Reads.of(either.when()));
      reads(either.yes(), slots);
      reads(either.no(), slots);
    }
  }

  private static List<Slot> told(List<Expression> read) {
    List<Slot> slots = new ArrayList<>();
    read.forEach(each -> slots.addAll(Reads.of(each)));
    return Terms.bound(slots);
  }

  private String head(String name, List<Slot> told) {
    return Layout.flat(called(name, told));
  }

  private Piece called(String name, List<Slot> told) {
    return told.isEmpty()
        ? Piece.atom(name)
        : new Piece.Listed(
            name + "(", told.stream().map(each -> Piece.atom(terms.name(each))).toList(), ")");
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
    writes(way, family).forEach(write -> uses(write.value(), uses));
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
    Map<Pick, Integer> uses = uses(way);
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

  /** How often each pick is read. */
  private static Map<Pick, Integer> uses(Way way) {
    Map<Pick, Integer> uses = new LinkedHashMap<>();
    way.picks().forEach(pick -> uses.put(pick, 0));
    way.picks().forEach(pick -> pick.options().forEach(each -> uses(each, uses)));
    way.writes().forEach(write -> uses(write.value(), uses));
    for (Reply reply : way.replies()) {
      for (List<Shown> options : reply.outputs()) {
        for (Shown shown : options) {
          if (shown instanceof Shown.One one) {
            uses(one.value(), uses);
          }
        }
      }
    }
    return uses;
  }

  private static void uses(Origin origin, Map<Pick, Integer> uses) {
    if (origin instanceof Origin.Picked picked) {
      uses.merge(picked.pick(), 1, Integer::sum);
    } else if (origin instanceof Origin.Shifted shifted) {
      uses(shifted.from(), uses);
    } else if (origin instanceof Origin.Mapped mapped) {
      uses(mapped.from(), uses);
    } else if (origin instanceof Origin.Either either) {
      uses(either.yes(), uses);
      uses(either.no(), uses);
    }
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
    Event event = answering.event();
    List<Piece> choices = new ArrayList<>();
    String answer = "\"" + reply.answers().get(0) + "\"";
    if (reply.answers().size() > 1) {
      answer = names.of("operator", "error");
      List<Piece> errors =
          reply.answers().stream().map(each -> Piece.atom("\"" + each + "\"")).toList();
      choices.add(Piece.in(answer, new Piece.Listed("{", errors, "}")));
    }
    List<Piece> out = new ArrayList<>();
    for (int at = 0; at < event.outputs().size(); at++) {
      Output output = event.outputs().get(at);
      List<Shown> options = reply.outputs().get(at);
      Piece value;
      if (options.size() == 1 && !(options.get(0) instanceof Shown.Anything)) {
        value = shown(options.get(0));
      } else {
        value = Piece.atom(names.of("output", output.name()));
        choices.add(Piece.in(Layout.flat(value), options(output, options)));
      }
      out.add(new Piece.Related(Piece.atom(terms.field(output.name())), " |-> ", value));
    }
    List<Piece> given = new ArrayList<>();
    given.add(Piece.atom("\"" + answering.row().id().id() + "\""));
    given.add(Piece.atom("\"" + event.name() + "\""));
    given.add(record(bound, true));
    if (!policy.chances().isEmpty()) {
      given.add(record(bound, false));
    }
    given.add(Piece.atom(answer));
    given.add(out.isEmpty() ? Piece.atom("<<>>") : new Piece.Listed("[", out, "]"));
    given.add(effects(effects));
    Piece did = new Piece.Listed(names.of("operator", "Did") + "(", given, ")");
    return choices.isEmpty() ? did : new Piece.Exists(choices, did);
  }

  private Piece record(List<Slot> bound, boolean parameters) {
    List<Piece> items = new ArrayList<>();
    for (Slot slot : bound) {
      if (slot instanceof Parameter == parameters) {
        items.add(new Piece.Related(
            Piece.atom(terms.field(slot.name())), " |-> ", Piece.atom(terms.name(slot))));
      }
    }
    return items.isEmpty() ? Piece.atom("<<>>") : new Piece.Listed("[", items, "]");
  }

  private Piece shown(Shown shown) {
    return shown instanceof Shown.One one ? terms.of(one.value()) : Piece.atom(terms.noOutput());
  }

  private Piece options(Output output, List<Shown> options) {
    if (options.stream().anyMatch(each -> each instanceof Shown.Anything)) {
      return new Piece.Plain(
          Layout.flat(terms.set(output.type())) + " \\cup {" + terms.noOutput() + "}",
          Piece.Binding.SUM);
    }
    return new Piece.Listed("{", options.stream().map(this::shown).toList(), "}");
  }

  /** Effects in order: a tuple, or tuples and the lists of undecided traits put together. */
  private Piece effects(List<EffectItem> effects) {
    List<String> parts = new ArrayList<>();
    List<Piece> run = new ArrayList<>();
    for (EffectItem item : effects) {
      if (item instanceof EffectItem.Do one) {
        run.add(Piece.atom("\"" + one.effect().name() + "\""));
      } else if (item instanceof EffectItem.FromTrait from) {
        if (!run.isEmpty()) {
          parts.add(Layout.flat(new Piece.Listed("<<", run, ">>")));
          run.clear();
        }
        parts.add(terms.name(from.trait()));
      }
    }
    if (parts.isEmpty()) {
      return new Piece.Listed("<<", run, ">>");
    }
    if (!run.isEmpty()) {
      parts.add(Layout.flat(new Piece.Listed("<<", run, ">>")));
    }
    return new Piece.Plain(String.join(" \\o ", parts), Piece.Binding.SUM);
  }
}
