package dev.foliospec.explore;

import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a system: an event with the pages that it asks, its other arguments, and for each
 * page those chances that it reads there; chances that are not read are at their usual value.
 */
final class Calls {
  /** At most so many inputs are made; more are counted. */
  private final int most;

  private final Policy system;
  private final Lifting lifting;
  private final PageCells page;
  private final int chances;

  /** By page and chance of the page: the system's chance. */
  private final int[][] chanceOf;

  /** By event and way. */
  private final Call[][] calls;

  private final List<@Nullable Map<List<Integer>, Integer>> numbers = new ArrayList<>();
  private final boolean[][] read;
  private long count;

  /** By event of the system: the page's event, and those that its other pages see, or -1. */
  final int[] asked;

  final int[] refused;
  final int[] beside;

  /** By event, what is told, and whether of the event itself, refused or beside: how inputs grow. */
  final int[][][] globalStride;

  /** By event: by how much an input of what other pages see grows with the reply. */
  final int[] refusedStride;

  final int[] besideStride;

  Calls(Policy system, Lifting lifting, PageCells page, int most) {
    this.system = system;
    this.lifting = lifting;
    this.page = page;
    this.most = most;
    chances = lifting.page().chances().size();
    chanceOf = new int[lifting.pages()][chances];
    for (int number = 0; number < chanceOf.length; number++) {
      for (int chance = 0; chance < chances; chance++) {
        String name = lifting.nameOf(lifting.page().chances().get(chance).name(), number);
        for (int at = 0; at < system.chances().size(); at++) {
          if (system.chances().get(at).name().equals(name)) {
            chanceOf[number][chance] = at;
          }
        }
      }
    }
    int events = system.events().size();
    asked = new int[events];
    refused = new int[events];
    beside = new int[events];
    refusedStride = new int[events];
    besideStride = new int[events];
    globalStride = new int[events][][];
    read = new boolean[events][];
    calls = new Call[events][];
    for (int event = 0; event < events; event++) {
      Lifting.Lifted lifted = lifting.events().get(event);
      asked[event] = page.event(lifted.each().name());
      refused[event] = lifted.refused().map(each -> page.event(each.name())).orElse(-1);
      beside[event] = lifted.beside().map(each -> page.event(each.name())).orElse(-1);
      refusedStride[event] = stride(refused[event]);
      besideStride[event] = stride(beside[event]);
      globalStride[event] = told(event, lifted);
      read[event] = new boolean[system.chances().size()];
      List<Call> all = new ArrayList<>();
      numbers.add(null);
      make(event, lifted, all);
      calls[event] = all.toArray(new Call[0]);
    }
  }

  /**
   * One input: the pages that it asks, the arguments behind those that name pages and the chances, as
   * positions in their types, a chance that is not read as -1.
   */
  static final class Call {
    private final int first;
    private final int last;
    private final int[] arguments;
    private final int[] chances;
    private final int[] inputs;
    private final int[] told;

    private Call(int first, int last, int[] arguments, int[] chances, int[] inputs, int[] told) {
      this.first = first;
      this.last = last;
      this.arguments = arguments;
      this.chances = chances;
      this.inputs = inputs;
      this.told = told;
    }

    int first() {
      return first;
    }

    int last() {
      return last;
    }

    int[] arguments() {
      return arguments;
    }

    int[] chances() {
      return chances;
    }

    /** What a page sees: the event itself, or beside it what it is told with the first reply. */
    int input(int number) {
      return inputs[number];
    }

    /** What a page within the range sees where that is refused, with the first reply. */
    int told(int number) {
      return told[number];
    }
  }

  /** How many inputs there are, which may be more than were made. */
  long count() {
    return count;
  }

  int ways(int event) {
    return calls[event].length;
  }

  Call call(int event, int way) {
    return calls[event][way];
  }

  /** By how much an input grows with the reply, the last parameter. */
  private int stride(int event) {
    if (event < 0) {
      return 0;
    }
    int[] places = page.layout.parameterPlaces(lifting.page().events().get(event));
    return stride(event, places[places.length - 1]);
  }

  private int[][] told(int event, Lifting.Lifted lifted) {
    int[][] strides = new int[lifted.globals().size()][];
    for (int at = 0; at < strides.length; at++) {
      int[] its = new int[3];
      int[] seen = {asked[event], refused[event], beside[event]};
      for (int which = 0; which < 3; which++) {
        if (seen[which] >= 0) {
          int[] places = page.layout.parameterPlaces(lifting.page().events().get(seen[which]));
          its[which] = stride(seen[which], places[lifted.own() + at]);
        }
      }
      strides[at] = its;
    }
    return strides;
  }

  /** By how much an input of a page's event grows with what stands at a place. */
  private int stride(int event, int place) {
    int stride = 0;
    for (int each : page.behaviour.events[event].inputPlaces) {
      stride = each == place ? 1 : stride * page.layout.size(each);
    }
    return stride;
  }

  private void make(int event, Lifting.Lifted lifted, List<Call> all) {
    int pages = lifting.pages();
    switch (lifted.reach()) {
      case PAGE -> {
        for (int one = 0; one < pages; one++) {
          make(event, one, one, all);
        }
      }
      case RANGE -> {
        for (int first = 0; first < pages; first++) {
          for (int last = first; last < pages; last++) {
            make(event, first, last, all);
          }
        }
      }
      case WHOLE -> make(event, 0, pages - 1, all);
    }
  }

  private void make(int event, int first, int last, List<Call> all) {
    Layout layout = page.layout;
    Event each = lifting.events().get(event).each();
    int[] parameters =
        Arrays.copyOf(layout.parameterPlaces(each), lifting.events().get(event).own());
    boolean[] open = new boolean[system.chances().size()];
    for (int number = 0; number < lifting.pages(); number++) {
      boolean within = number >= first && number <= last;
      for (int chance = 0; chance < chances; chance++) {
        int place = layout.chancePlace(chance);
        boolean reads = within
            ? reads(asked[event], place) || reads(refused[event], place)
            : reads(beside[event], place);
        open[chanceOf[number][chance]] |= reads;
        read[event][chanceOf[number][chance]] |= reads;
      }
    }
    int[] frame = layout.frame();
    int[] arguments = new int[parameters.length];
    int[] values = new int[open.length];
    while (true) {
      count++;
      if (count <= most) {
        all.add(call(event, first, last, frame, parameters, arguments, values, open));
      }
      if (!next(values, arguments, parameters, open)) {
        return;
      }
    }
  }

  private boolean reads(int event, int place) {
    if (event >= 0) {
      for (int each : page.behaviour.events[event].inputPlaces) {
        if (each == place) {
          return true;
        }
      }
    }
    return false;
  }

  /** Moves on to the next arguments and chances, chances fastest. */
  private boolean next(int[] values, int[] arguments, int[] parameters, boolean[] open) {
    for (int at = values.length - 1; at >= 0; at--) {
      if (open[at]) {
        if (++values[at] < system.chances().get(at).type().size()) {
          return true;
        }
        values[at] = 0;
      }
    }
    for (int at = arguments.length - 1; at >= 0; at--) {
      if (++arguments[at] < page.layout.size(parameters[at])) {
        return true;
      }
      arguments[at] = 0;
    }
    return false;
  }

  private Call call(
      int event,
      int first,
      int last,
      int[] frame,
      int[] parameters,
      int[] arguments,
      int[] values,
      boolean[] open) {
    int pages = lifting.pages();
    int[] inputs = new int[pages];
    int[] told = new int[pages];
    int[] shown = new int[values.length];
    for (int at = 0; at < shown.length; at++) {
      shown[at] = open[at] ? values[at] : -1;
    }
    for (int number = 0; number < pages; number++) {
      for (int at = 0; at < parameters.length; at++) {
        frame[parameters[at]] = arguments[at];
      }
      for (int chance = 0; chance < chances; chance++) {
        frame[page.layout.chancePlace(chance)] = values[chanceOf[number][chance]];
      }
      boolean within = number >= first && number <= last;
      inputs[number] = within
          ? page.input(asked[event], frame)
          : beside[event] < 0 ? -1 : firstReply(beside[event], frame);
      told[number] = within && refused[event] >= 0 ? firstReply(refused[event], frame) : -1;
    }
    return new Call(first, last, Arrays.copyOf(arguments, arguments.length), shown, inputs, told);
  }

  /** The input of what a page is told, with the first reply there is. */
  private int firstReply(int event, int[] frame) {
    Part part = page.behaviour.events[event];
    int[] own = page.layout.parameterPlaces(lifting.page().events().get(event));
    frame[own[own.length - 1]] = 0;
    int number = 0;
    for (int place : part.inputPlaces) {
      number = number * page.layout.size(place) + frame[place];
    }
    return number;
  }

  /** Whether the inputs of an event differ by a chance of the system. */
  boolean readsChance(int event, int chance) {
    return read[event][chance];
  }

  /** An input as the system has it. */
  Input input(int event, int way) {
    Call call = call(event, way);
    Event its = system.events().get(event);
    int places = lifting.events().get(event).places();
    List<Value> arguments = new ArrayList<>();
    if (places > 0) {
      arguments.add(Value.of(call.first()));
    }
    if (places > 1) {
      arguments.add(Value.of(call.last()));
    }
    for (int at = 0; at < call.arguments().length; at++) {
      arguments.add(its.parameters().get(places + at).type().values().get(call.arguments()[at]));
    }
    List<Value> values = new ArrayList<>();
    for (int chance = 0; chance < system.chances().size(); chance++) {
      int code = call.chances()[chance];
      values.add(
          code < 0
              ? system.chances().get(chance).usual()
              : system.chances().get(chance).type().values().get(code));
    }
    return new Input(its, arguments, values);
  }

  /** The number of an input, or -1 where there is none such. */
  int way(int event, List<Value> arguments, List<Value> values) {
    Map<List<Integer>, Integer> known = numbers.get(event);
    if (known == null) {
      known = new HashMap<>();
      for (int way = 0; way < ways(event); way++) {
        Call call = call(event, way);
        known.put(key(call.first(), call.last(), call.arguments(), call.chances()), way);
      }
      numbers.set(event, known);
    }
    Lifting.Lifted lifted = lifting.events().get(event);
    int places = lifted.places();
    int first = places > 0 ? position(lifting.index().position(arguments.get(0))) : 0;
    int last = switch (lifted.reach()) {
      case PAGE -> first;
      case RANGE -> position(lifting.index().position(arguments.get(1)));
      case WHOLE -> lifting.pages() - 1;
    };
    int[] codes = new int[arguments.size() - places];
    for (int at = 0; at < codes.length; at++) {
      codes[at] = system
          .events()
          .get(event)
          .parameters()
          .get(places + at)
          .type()
          .position(arguments.get(places + at));
    }
    int[] shown = new int[values.size()];
    Arrays.fill(shown, -1);
    for (int number = 0; number < lifting.pages(); number++) {
      boolean within = number >= first && number <= last;
      for (int chance = 0; chance < chances; chance++) {
        int place = page.layout.chancePlace(chance);
        boolean reads = within
            ? reads(asked[event], place) || reads(refused[event], place)
            : reads(beside[event], place);
        if (reads) {
          int at = chanceOf[number][chance];
          shown[at] = system.chances().get(at).type().position(values.get(at));
        }
      }
    }
    return known.getOrDefault(key(first, last, codes, shown), -1);
  }

  private static int position(int known) {
    return known < 0 ? -2 : known;
  }

  private static List<Integer> key(int first, int last, int[] arguments, int[] values) {
    List<Integer> key = new ArrayList<>(List.of(first, last));
    for (int each : arguments) {
      key.add(each);
    }
    for (int each : values) {
      key.add(each);
    }
    return key;
  }
}
