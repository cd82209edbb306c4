package dev.foliospec.explore;

import dev.foliospec.model.Effect;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Output;
import dev.foliospec.model.OutputValue;
import dev.foliospec.model.Policy;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Update;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row does, compiled for one event: moves over the codes of a frame. */
final class Action {
  static final byte DO = 0;
  static final byte CALL = 1;
  static final byte BY_CHOICE = 2;

  final Transition row;

  /** Of this policy's actions; part of the reactions' keys. */
  final int number;

  final Outcome.Answer answer;

  /** Numbers of its errors. */
  final int[] errors;

  /** Variables that it writes itself, each after those whose new values it needs. */
  final int[] writes;

  final Origin[] origins;

  /**
   * By write: the place of the index and its code for which this element is written; where it is
   * always written, -1.
   */
  final int[] whenPlace;

  final int[] whenCode;

  /** By write: whether an earlier one may write the same variable. */
  final boolean[] again;

  /** By variable, whether it always writes it itself. */
  private final boolean[] owns;

  /** One for each output of the event. */
  final Origin[] outputs;

  final Origin[] errorOutputs;

  /** Items of its effects: what sort, and the effect, step or choice. */
  final byte[] items;

  final int[] subjects;

  /** For an item by choice: the effects of each alternative. */
  final int[][][] lists;

  /** Whether it calls steps. */
  final boolean calls;

  /** Whether it gives exactly one response, steps aside. */
  final boolean single;

  /** Whether new values are read by its own cells or outputs, or by steps: the long way. */
  final boolean simple;

  /** Whether an output may show a new value. */
  final boolean showsNew;

  /** Whether it has an effect that ensures something, steps aside. */
  final boolean ensures;

  /** The reaction, where it is always the same; -1 until known. */
  int reaction = -1;

  final boolean constantReaction;

  Action(Layout layout, @Nullable Event event, Transition row, int number, Numbers numbers) {
    this.row = row;
    this.number = number;
    Policy policy = layout.policy;
    Outcome outcome = row.outcome();
    answer = outcome.answer();
    errors = new int[outcome.errors().size()];
    for (int at = 0; at < errors.length; at++) {
      errors[at] = numbers.error(outcome.errors().get(at));
    }
    owns = new boolean[layout.variables];
    List<Integer> written = new ArrayList<>();
    List<Origin> from = new ArrayList<>();
    List<int[]> when = new ArrayList<>();
    for (Update update : outcome.updates()) {
      if (update.value() instanceof NewValue.Kept) {
        continue;
      }
      int index = -1;
      List<Value> keys = List.of();
      if (update.target() instanceof Element element) {
        index = layout.place(element.index(), event);
        keys = index < 0 ? List.of() : layout.slot(index).type().values();
        if (index < 0) {
          continue;
        }
      }
      for (int code = 0; code < Math.max(1, keys.size()); code++) {
        Variable target = update.target() instanceof Element element
            ? element.at(keys.get(code)).orElseThrow()
            : (Variable) update.target();
        int place = layout.place(target, event);
        if (place >= 0) {
          owns[place - layout.variableBase] |= index < 0;
          written.add(place - layout.variableBase);
          when.add(new int[] {index, code});
          from.add(Origin.of(update.value(), target.type(), place, layout, event));
        }
      }
    }
    int[] order = order(layout, written, from);
    writes = new int[order.length];
    origins = new Origin[order.length];
    whenPlace = new int[order.length];
    whenCode = new int[order.length];
    again = new boolean[order.length];
    boolean one = true;
    boolean plain = true;
    long[] after = new long[Bits.words(Math.max(1, layout.variables))];
    for (int at = 0; at < order.length; at++) {
      writes[at] = written.get(order[at]);
      origins[at] = from.get(order[at]);
      whenPlace[at] = when.get(order[at])[0];
      whenCode[at] = when.get(order[at])[1];
      for (int earlier = 0; earlier < at; earlier++) {
        again[at] |= writes[earlier] == writes[at];
      }
      plain &= !again[at];
      one &= origins[at].single();
      origins[at].after(layout, after);
    }
    List<Output> shown = event == null ? List.of() : event.outputs();
    int outputCount = shown.size();
    outputs = new Origin[outputCount];
    errorOutputs = new Origin[outputCount];
    boolean constant = true;
    for (int at = 0; at < outputCount; at++) {
      Output output = shown.get(at);
      outputs[at] = output(outcome.outputs(), output, layout, event);
      errorOutputs[at] = output(outcome.errorOutputs(), output, layout, event);
      one &= outputs[at].single();
      constant &= outputs[at].kind == Origin.CONSTANT;
      outputs[at].after(layout, after);
    }
    plain &= Bits.empty(after);
    showsNew = !Bits.empty(shown(layout, outputs, errorOutputs));
    List<EffectItem> effects = outcome.effects();
    List<Byte> sorts = new ArrayList<>();
    List<Integer> which = new ArrayList<>();
    List<int[][]> byChoice = new ArrayList<>();
    boolean called = false;
    boolean demanding = false;
    for (EffectItem item : effects) {
      if (item instanceof EffectItem.Do each) {
        sorts.add(DO);
        which.add(numbers.effect(each.effect()));
        byChoice.add(new int[0][]);
        demanding |= each.effect().ensures().isPresent();
      } else if (item instanceof EffectItem.Call call) {
        int step = numbers.step(call.step());
        if (step >= 0) {
          called = true;
          sorts.add(CALL);
          which.add(step);
          byChoice.add(new int[0][]);
        }
      } else if (item instanceof EffectItem.FromTrait fromTrait) {
        for (TraitSetting setting : policy.traits()) {
          if (setting.trait().name().equals(fromTrait.trait().name())) {
            int[][] alternatives = new int[setting.alternatives().size()][];
            for (int at = 0; at < alternatives.length; at++) {
              List<Effect> list =
                  setting.alternatives().get(at) instanceof TraitSetting.Listed listed
                      ? listed.effects()
                      : List.of();
              alternatives[at] = new int[list.size()];
              for (int effect = 0; effect < list.size(); effect++) {
                alternatives[at][effect] = numbers.effect(list.get(effect));
                demanding |= list.get(effect).ensures().isPresent();
              }
            }
            if (alternatives.length == 1) {
              for (int effect : alternatives[0]) {
                sorts.add(DO);
                which.add(effect);
                byChoice.add(new int[0][]);
              }
            } else {
              constant = false;
              sorts.add(BY_CHOICE);
              which.add(layout.choice(fromTrait.trait().name()));
              byChoice.add(alternatives);
            }
          }
        }
      }
    }
    items = new byte[sorts.size()];
    subjects = new int[items.length];
    for (int at = 0; at < items.length; at++) {
      items[at] = sorts.get(at);
      subjects[at] = which.get(at);
    }
    lists = byChoice.toArray(new int[0][][]);
    calls = called;
    ensures = demanding;
    simple = plain && !called && !demanding;
    constantReaction = constant && !called;
    single = one
        && switch (answer) {
          case OK, FORBID, PASS, NONE -> true;
          case REFUSE, FAIL -> errors.length == 1;
          case ANY, OK_OR -> false;
        };
  }

  /** The variables whose new values are shown. */
  private static long[] shown(Layout layout, Origin[] outputs, Origin[] errorOutputs) {
    long[] shown = new long[Bits.words(Math.max(1, layout.variables))];
    for (int at = 0; at < outputs.length; at++) {
      outputs[at].after(layout, shown);
      errorOutputs[at].after(layout, shown);
    }
    return shown;
  }

  private static Origin output(
      List<OutputValue> given, Output output, Layout layout, @Nullable Event event) {
    for (OutputValue each : given) {
      if (each.output().equals(output.name())) {
        return Origin.of(each.value(), output.type(), -1, layout, event);
      }
    }
    return Origin.of(new NewValue.Nothing(), output.type(), -1, layout, event);
  }

  /** Puts each write behind those whose new values it reads. */
  private static int[] order(Layout layout, List<Integer> written, List<Origin> from) {
    int count = written.size();
    int[] order = new int[count];
    boolean[] done = new boolean[count];
    int filled = 0;
    boolean moved = true;
    while (filled < count) {
      boolean force = !moved;
      moved = false;
      for (int at = 0; at < count; at++) {
        if (!done[at] && (force || ready(layout, at, written, from, done))) {
          done[at] = true;
          order[filled++] = at;
          moved = true;
          force = false;
        }
      }
    }
    return order;
  }

  private static boolean ready(
      Layout layout, int write, List<Integer> written, List<Origin> from, boolean[] done) {
    long[] after = new long[Bits.words(Math.max(1, layout.variables))];
    from.get(write).after(layout, after);
    for (int at = 0; at < written.size(); at++) {
      if (!done[at] && at != write && Bits.has(after, written.get(at))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a write is made at the point that a frame holds. */
  boolean makes(int write, int[] frame) {
    return whenPlace[write] < 0 || frame[whenPlace[write]] == whenCode[write];
  }

  /** Whether an earlier write of its own has set the variable of a write. */
  boolean isAgain(int write, int[] frame) {
    if (again[write]) {
      for (int earlier = 0; earlier < write; earlier++) {
        if (writes[earlier] == writes[write] && makes(earlier, frame)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether it writes a variable itself at the point that a frame holds. */
  boolean owns(int variable, int[] frame) {
    if (owns[variable]) {
      return true;
    }
    for (int write = 0; write < writes.length; write++) {
      if (writes[write] == variable && makes(write, frame)) {
        return true;
      }
    }
    return false;
  }

  /** Adds the places that it reads. */
  void reads(long[] into) {
    for (int place : whenPlace) {
      if (place >= 0) {
        Bits.add(into, place);
      }
    }
    for (Origin origin : origins) {
      origin.reads(into);
    }
    for (Origin origin : outputs) {
      origin.reads(into);
    }
    for (Origin origin : errorOutputs) {
      origin.reads(into);
    }
  }
}
