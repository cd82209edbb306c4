package dev.foliospec.run;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a system does when an event meets it, read plainly from {@link Lifting}: each page is asked as
 * if it were alone, and what they answer is put together.
 */
final class Pages {
  private final Policy system;
  private final Lifting lifting;
  private final Interpreter pages;
  private final Map<String, Integer> places = new HashMap<>();

  Pages(Policy system, Lifting lifting) {
    this.system = system;
    this.lifting = lifting;
    this.pages = new Interpreter(lifting.page());
    for (int at = 0; at < system.variables().size(); at++) {
      places.put(system.variables().get(at).name(), at);
    }
  }

  /** What a system says when an event meets a state. */
  Reply step(Configuration configuration, State state, Input input) {
    Optional<Lifting.Lifted> known = lifting.event(input.event().name());
    if (known.isEmpty()) {
      return new Reply.Lacking();
    }
    Lifting.Lifted lifted = known.get();
    int first = 0;
    int last = lifting.pages() - 1;
    if (lifted.reach() != Lifting.Reach.WHOLE) {
      first = input.arguments().get(0).number();
      last = lifted.reach() == Lifting.Reach.PAGE
          ? first
          : input.arguments().get(1).number();
    }
    if (first > last) {
      return new Reply.Beyond();
    }
    Point point = Point.of(Point.of(system, configuration), state, input);
    for (Lifting.Refusal refusal : lifting.refusals()) {
      if (refusal.row().answers(input.event()) && point.holds(refusal.when())) {
        return refused(refusal, lifted, state);
      }
    }
    List<Value> told = new ArrayList<>();
    for (Lifting.Global each : lifted.globals()) {
      told.add(Lifting.NO_OR_YES.get(point.holds(each.when()) ? 1 : 0));
    }
    Asking asking = new Asking(configuration, input, lifted, first, last, told);
    return lifted.manner() == Lifting.Manner.ALL ? asking.together(state) : asking.oneByOne(state);
  }

  private static Reply refused(Lifting.Refusal refusal, Lifting.Lifted lifted, State state) {
    List<Shown> outputs = new ArrayList<>();
    for (int at = 0; at < lifted.event().outputs().size(); at++) {
      outputs.add(new Shown.None());
    }
    return new Reply.Answered(List.of(new Response(
        refusal.row().id(),
        Response.Kind.REFUSED,
        refusal.row().outcome().errors().get(0).name(),
        outputs,
        List.of(),
        state)));
  }

  /** The state that one page sees: its own variables and the common ones. */
  private State seen(int page, State state) {
    List<Value> values = new ArrayList<>();
    for (Variable variable : lifting.page().variables()) {
      values.add(state.values().get(place(variable, page)));
    }
    return new State(values);
  }

  private int place(Variable variable, int page) {
    String name = lifting.nameOf(variable.name(), page);
    return places.getOrDefault(name, -1);
  }

  private int chance(Chance each, int page) {
    String name = lifting.nameOf(each.name(), page);
    List<Chance> all = system.chances();
    int at = 0;
    while (!all.get(at).name().equals(name)) {
      at++;
    }
    return at;
  }

  /** One call, while the pages are asked. */
  private final class Asking {
    private final Configuration configuration;
    private final Input input;
    private final Lifting.Lifted lifted;
    private final int first;
    private final int last;
    private final List<Value> told;

    Asking(
        Configuration configuration,
        Input input,
        Lifting.Lifted lifted,
        int first,
        int last,
        List<Value> told) {
      this.configuration = configuration;
      this.input = input;
      this.lifted = lifted;
      this.first = first;
      this.last = last;
      this.told = told;
    }

    /** What a page says to the event itself. */
    private Reply ask(int page, State state) {
      return ask(page, state, lifted.each(), List.of());
    }

    private Reply ask(int page, State state, Event event, List<Value> more) {
      List<Value> arguments = new ArrayList<>(
          input.arguments().subList(lifted.places(), input.arguments().size()));
      arguments.addAll(told);
      arguments.addAll(more);
      List<Value> chances = new ArrayList<>();
      for (Chance each : lifting.page().chances()) {
        chances.add(input.chances().get(chance(each, page)));
      }
      return pages.step(configuration, seen(page, state), new Input(event, arguments, chances));
    }

    // --- All pages, or none ---

    Reply together(State state) {
      List<List<Response>> answers = new ArrayList<>();
      for (int page = first; page <= last; page++) {
        Reply reply = ask(page, state);
        if (!(reply instanceof Reply.Answered answered)) {
          return reply;
        }
        answers.add(answered.responses());
      }
      List<Response> whole = new ArrayList<>();
      for (List<Response> chosen : choices(answers)) {
        Reply reply = together(state, chosen);
        if (!(reply instanceof Reply.Answered answered)) {
          return reply;
        }
        for (Response each : answered.responses()) {
          if (!whole.contains(each)) {
            whole.add(each);
          }
        }
      }
      return new Reply.Answered(whole);
    }

    /** What happens once each page has chosen what it would do. */
    private Reply together(State state, List<Response> chosen) {
      int offender = -1;
      for (int at = 0; at < chosen.size() && offender < 0; at++) {
        if (chosen.get(at).kind() != Response.Kind.OK) {
          offender = first + at;
        }
      }
      Response deciding = chosen.get(offender < 0 ? 0 : offender - first);
      List<Value> reply = List.of(new Value(deciding.answer()));
      List<Integer> asked = new ArrayList<>();
      List<List<Response>> parts = new ArrayList<>();
      for (int page = 0; page < lifting.pages(); page++) {
        Optional<Event> told = Optional.empty();
        if (page < first || page > last) {
          told = lifted.beside();
        } else if (offender >= 0 && page != offender) {
          told = lifted.refused();
        }
        if (told.isPresent()) {
          Reply said = ask(page, state, told.get(), reply);
          if (!(said instanceof Reply.Answered answered)) {
            return said;
          }
          asked.add(page);
          parts.add(answered.responses());
        }
      }
      List<Response> whole = new ArrayList<>();
      for (List<Response> told : choices(parts)) {
        // Pages beside the range come first, then the pages of the range in order.
        Map<Integer, Response> beside = new LinkedHashMap<>();
        Map<Integer, Response> within = new LinkedHashMap<>();
        for (int at = 0; at < told.size(); at++) {
          int page = asked.get(at);
          (page < first || page > last ? beside : within).put(page, told.get(at));
        }
        Map<Integer, Response> all = new LinkedHashMap<>(beside);
        for (int page = first; page <= last; page++) {
          if (offender < 0 || page == offender) {
            all.put(page, chosen.get(page - first));
          } else if (within.containsKey(page)) {
            all.put(page, within.get(page));
          }
        }
        Optional<State> next = put(state, all);
        if (next.isEmpty()) {
          return new Reply.Faulty(deciding.row(), Reply.Trouble.PAGES_DISAGREE, disagreed);
        }
        whole.add(response(
            deciding,
            offender < 0
                ? Response.Kind.OK
                : deciding.kind() == Response.Kind.REFUSED
                        && next.get().equals(state)
                        && effects(all).isEmpty()
                    ? Response.Kind.REFUSED
                    : Response.Kind.FAILED,
            offender < 0 ? common(chosen) : deciding.outputs(),
            offender,
            effects(all),
            next.get()));
      }
      return new Reply.Answered(whole);
    }

    private String disagreed = "";

    /** The state after some pages changed at once; empty where they disagree on a common variable. */
    private Optional<State> put(State state, Map<Integer, Response> all) {
      List<Value> values = new ArrayList<>(state.values());
      Map<String, Value> written = new HashMap<>();
      for (Map.Entry<Integer, Response> each : all.entrySet()) {
        List<Variable> variables = lifting.page().variables();
        for (int at = 0; at < variables.size(); at++) {
          Variable variable = variables.get(at);
          int place = place(variable, each.getKey());
          Value now = each.getValue().next().values().get(at);
          if (!lifting.common().contains(variable.name())) {
            values.set(place, now);
          } else if (!now.equals(state.values().get(place))) {
            Value other = written.putIfAbsent(variable.name(), now);
            if (other != null && !other.equals(now)) {
              disagreed = variable.name();
              return Optional.empty();
            }
            values.set(place, now);
          }
        }
      }
      return Optional.of(new State(values));
    }

    private List<Effect> effects(Map<Integer, Response> all) {
      List<Effect> effects = new ArrayList<>();
      all.values().forEach(each -> effects.addAll(each.effects()));
      return effects;
    }

    /** The outputs that all pages give. */
    private List<Shown> common(List<Response> chosen) {
      List<Shown> common = new ArrayList<>(chosen.get(0).outputs());
      for (Response each : chosen) {
        for (int at = 0; at < common.size(); at++) {
          if (!common.get(at).equals(each.outputs().get(at))) {
            common.set(at, new Shown.None());
          }
        }
      }
      return common;
    }

    private Response response(
        Response deciding,
        Response.Kind kind,
        List<Shown> outputs,
        int stopped,
        List<Effect> effects,
        State next) {
      List<Shown> shown = new ArrayList<>(outputs);
      if (lifted.output().isPresent()) {
        shown.add(stopped < 0 ? new Shown.None() : new Shown.One(Value.of(stopped)));
      }
      return new Response(
          deciding.row(),
          kind,
          kind == Response.Kind.OK ? "ok" : deciding.answer(),
          shown,
          effects,
          next);
    }

    // --- One page after the other ---

    /** What was done so far. */
    private record Done(State state, List<Effect> effects, List<Response> pages) {}

    Reply oneByOne(State state) {
      List<Done> open = List.of(new Done(state, List.of(), List.of()));
      List<Response> whole = new ArrayList<>();
      for (int page = first; page <= last; page++) {
        List<Done> going = new ArrayList<>();
        for (Done before : open) {
          Reply reply = ask(page, before.state());
          if (!(reply instanceof Reply.Answered answered)) {
            return reply;
          }
          for (Response each : answered.responses()) {
            Done now = and(before, page, each);
            if (each.kind() == Response.Kind.OK) {
              going.add(now);
            } else {
              add(whole, finished(state, now, page, each));
            }
          }
        }
        open = going;
      }
      for (Done each : open) {
        add(
            whole,
            response(
                each.pages().get(0),
                Response.Kind.OK,
                common(each.pages()),
                -1,
                each.effects(),
                each.state()));
      }
      return besides(state, whole);
    }

    private static void add(List<Response> whole, Response each) {
      if (!whole.contains(each)) {
        whole.add(each);
      }
    }

    private Done and(Done before, int page, Response each) {
      List<Effect> effects = new ArrayList<>(before.effects());
      effects.addAll(each.effects());
      List<Response> done = new ArrayList<>(before.pages());
      done.add(each);
      return new Done(put(before.state(), Map.of(page, each)).orElseThrow(), effects, done);
    }

    private Response finished(State state, Done now, int page, Response refusing) {
      boolean some = page > first;
      if (some && lifted.manner() == Lifting.Manner.PROGRESS) {
        List<Shown> none = new ArrayList<>();
        for (int at = 0; at < lifted.each().outputs().size(); at++) {
          none.add(new Shown.None());
        }
        return response(refusing, Response.Kind.OK, none, page, now.effects(), now.state());
      }
      boolean nothing = refusing.kind() == Response.Kind.REFUSED
          && now.state().equals(state)
          && now.effects().isEmpty();
      return response(
          refusing,
          nothing ? Response.Kind.REFUSED : Response.Kind.FAILED,
          refusing.outputs(),
          page,
          now.effects(),
          now.state());
    }

    /** Tells the pages beside the range, which see the common variables as they were before. */
    private Reply besides(State state, List<Response> whole) {
      if (lifted.beside().isEmpty()) {
        return new Reply.Answered(whole);
      }
      List<Response> all = new ArrayList<>();
      for (Response each : whole) {
        List<Integer> asked = new ArrayList<>();
        List<List<Response>> parts = new ArrayList<>();
        for (int page = 0; page < lifting.pages(); page++) {
          if (page < first || page > last) {
            Reply said = ask(page, state, lifted.beside().get(), List.of(new Value(each.answer())));
            if (!(said instanceof Reply.Answered answered)) {
              return said;
            }
            asked.add(page);
            parts.add(answered.responses());
          }
        }
        for (List<Response> told : choices(parts)) {
          Map<Integer, Response> beside = new LinkedHashMap<>();
          for (int at = 0; at < told.size(); at++) {
            beside.put(asked.get(at), told.get(at));
          }
          Optional<State> next = put(state, beside);
          Optional<State> both = next.isEmpty() ? next : joined(state, next.get(), each.next());
          if (both.isEmpty()) {
            return new Reply.Faulty(each.row(), Reply.Trouble.PAGES_DISAGREE, disagreed);
          }
          List<Effect> effects = effects(beside);
          effects.addAll(each.effects());
          boolean nothing =
              each.kind() == Response.Kind.REFUSED && both.get().equals(state) && effects.isEmpty();
          add(
              all,
              new Response(
                  each.row(),
                  each.kind() == Response.Kind.OK
                      ? Response.Kind.OK
                      : nothing ? Response.Kind.REFUSED : Response.Kind.FAILED,
                  each.answer(),
                  each.outputs(),
                  effects,
                  both.get()));
        }
      }
      return new Reply.Answered(all);
    }

    /** Both changes of one state, unless they change a common variable in two ways. */
    private Optional<State> joined(State state, State one, State other) {
      List<Value> values = new ArrayList<>();
      for (int at = 0; at < state.values().size(); at++) {
        Value before = state.values().get(at);
        Value first = one.values().get(at);
        Value second = other.values().get(at);
        if (!first.equals(before) && !second.equals(before) && !first.equals(second)) {
          disagreed = system.variables().get(at).name();
          return Optional.empty();
        }
        values.add(first.equals(before) ? second : first);
      }
      return Optional.of(new State(values));
    }
  }

  /** Every way to choose one from each list, the last moving fastest. */
  private static List<List<Response>> choices(List<List<Response>> lists) {
    List<List<Response>> all = List.of(List.of());
    for (List<Response> list : lists) {
      List<List<Response>> more = new ArrayList<>();
      for (List<Response> each : all) {
        for (Response one : list) {
          List<Response> longer = new ArrayList<>(each);
          longer.add(one);
          more.add(longer);
        }
      }
      all = more;
    }
    return all;
  }
}
