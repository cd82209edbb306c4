package dev.foliospec.diff;

import dev.foliospec.explore.Dense;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.observe.Side;
import dev.foliospec.resolve.Reads;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what is to blame: the flags of its trace, and the choices under which it shows. */
final class Causes {
  private final Side a;
  private final Side b;
  private final Pairing pairing;

  Causes(Side a, Side b, Pairing pairing) {
    this.a = a;
    this.b = b;
    this.pairing = pairing;
  }

  List<Cause> told(List<Blames.Blame> blames) {
    List<Cause> causes = new ArrayList<>();
    for (Blames.Blame blame : blames) {
      causes.add(told(blame));
    }
    return causes;
  }

  private Cause told(Blames.Blame blame) {
    Path path = blame.path();
    Path.Fault fault = blame.fault();
    Dense denseA = a.dense();
    Dense denseB = b.dense();
    boolean inEvery = blame.pairs().cardinality() == pairing.pairs();
    int startA = path.startA();
    int startB = path.startB();
    Map<String, String> flags = new LinkedHashMap<>();
    flags(a, denseA.configuration(startA), flags);
    flags(b, denseB.configuration(startB), flags);
    return new Cause(
        fault.kind(),
        fault.deedA(),
        fault.deedB(),
        fault.causedAt(),
        path.length(),
        flags,
        path.stepsA(),
        path.stepsB(),
        blame.later(),
        inEvery,
        inEvery ? "" : where(blame.pairs()),
        denseA.variants().get(denseA.variantOf(startA)),
        denseB.variants().get(denseB.variantOf(startB)));
  }

  /** The flags on which either side's behaviour can depend. */
  private static void flags(Side side, Configuration in, Map<String, String> flags) {
    List<FlagSetting> settings = side.policy().flags();
    Set<String> telling = Reads.flags(side.policy());
    for (int at = 0; at < settings.size(); at++) {
      Value value = in.flags().get(at);
      boolean tells = telling.contains(settings.get(at).flag().name());
      if (tells && settings.get(at).allowed().size() > 1) {
        flags.putIfAbsent(settings.get(at).flag().name(), value.name());
      }
    }
  }

  /** The choices that all variants which show a difference have in common, or how many there are. */
  private String where(BitSet showing) {
    List<TraitSetting> choices = a.policy().choices();
    List<String> fixed = new ArrayList<>();
    long expected = pairing.pairs();
    for (int choice = 0; choice < choices.size(); choice++) {
      BitSet values = new BitSet();
      BitSet possible = new BitSet();
      for (int pair = 0; pair < pairing.pairs(); pair++) {
        int value = pairing.variantOfA(pair).choices().get(choice);
        possible.set(value);
        if (showing.get(pair)) {
          values.set(value);
        }
      }
      if (values.cardinality() == 1 && possible.cardinality() > 1) {
        TraitSetting setting = choices.get(choice);
        fixed.add(setting.trait().name()
            + " = "
            + setting.alternatives().get(values.nextSetBit(0)).spelled());
        expected /= possible.cardinality();
      }
    }
    if (!fixed.isEmpty() && expected == showing.cardinality()) {
      return "where " + String.join(" and ", fixed);
    }
    String count = "in " + showing.cardinality() + " of " + pairing.pairs() + " variants";
    return fixed.isEmpty() ? count : count + ", all with " + String.join(" and ", fixed);
  }
}
