package dev.foliospec.refine;

import dev.foliospec.model.Observer;
import dev.foliospec.observe.Answers;
import dev.foliospec.observe.Side;
import dev.foliospec.observe.Sights;
import dev.foliospec.observe.Tracker;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a contract allows, as one observer sees it: found when asked for, and kept for the next policy
 * that is held against it.
 */
public final class Promise {
  private final Side contract;
  private final Observer observer;
  private int[][] groups = new int[0][];
  private final Sights sights;
  private final Sights.Of promised;
  private @Nullable Tracker tracker;

  /** By set and group: what is allowed there. */
  private @Nullable Allowed[][] allowed = new Allowed[64][];

  /** What a set of the contract's states allows under one group of inputs. */
  static final class Allowed {
    private final Answers answers;
    private final boolean lenient;
    private long[] sights = new long[4];
    private int[] next = new int[4];
    private int count;

    Allowed(Answers answers, boolean lenient) {
      this.answers = answers;
      this.lenient = lenient;
    }

    boolean happens() {
      return answers.happens();
    }

    boolean forbids() {
      return answers.forbids();
    }
  }

  /** Nothing is asked of the contract yet. */
  public Promise(Side contract, Observer observer) {
    this.contract = contract;
    this.observer = observer;
    sights = new Sights(observer);
    promised = sights.new Of(contract.dense());
  }

  Side contract() {
    return contract;
  }

  Observer observer() {
    return observer;
  }

  Sights sights() {
    return sights;
  }

  Sights.Of promised() {
    return promised;
  }

  /** Gets ready for the inputs of a policy; what is known stays where they are those of the last one. */
  Tracker under(int[][] inputs) {
    Tracker known = tracker;
    if (known == null || !Arrays.deepEquals(groups, inputs)) {
      groups = inputs;
      known = new Tracker(contract.dense(), promised, inputs, Silence.closures(contract.dense()));
      tracker = known;
      allowed = new Allowed[64][];
    }
    return known;
  }

  /** What is allowed in a set of states under a group of inputs. */
  Allowed allowed(Tracker in, int set, int group) {
    if (set >= allowed.length) {
      allowed = Arrays.copyOf(allowed, Math.max(set + 1, allowed.length * 2));
    }
    Allowed[] ofSet = allowed[set];
    if (ofSet == null) {
      ofSet = new Allowed[groups.length];
      allowed[set] = ofSet;
    }
    Allowed known = ofSet[group];
    if (known == null) {
      Answers answers = in.answers(set, group);
      boolean lenient = false;
      for (int at = 0; at < answers.size(); at++) {
        lenient |= sights.lenient(answers.sight(at));
      }
      known = new Allowed(answers, lenient);
      ofSet[group] = known;
    }
    return known;
  }

  /** The set of the contract's states after an answer that looks so, or -1 where it allows none such. */
  int next(Tracker in, Allowed allows, long sight) {
    if (!allows.lenient) {
      int at = allows.answers.find(sight);
      return at == Answers.NONE ? -1 : allows.answers.target(at);
    }
    for (int at = 0; at < allows.count; at++) {
      if (allows.sights[at] == sight) {
        return allows.next[at];
      }
    }
    int[] targets = new int[allows.answers.size()];
    int count = 0;
    for (int at = 0; at < targets.length; at++) {
      if (sights.allows(allows.answers.sight(at), sight)) {
        targets[count++] = allows.answers.target(at);
      }
    }
    int next = count == 0 ? -1 : in.union(Arrays.copyOf(targets, count));
    if (allows.count == allows.sights.length) {
      allows.sights = Arrays.copyOf(allows.sights, allows.count * 2);
      allows.next = Arrays.copyOf(allows.next, allows.count * 2);
    }
    allows.sights[allows.count] = sight;
    allows.next[allows.count++] = next;
    return next;
  }
}
