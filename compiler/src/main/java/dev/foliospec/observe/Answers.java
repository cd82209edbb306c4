package dev.foliospec.observe;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a policy may answer to one input in a set of states, by what is seen of it.
 *
 * <p>Sights stand in the order in which the states of the set, and their responses, come to them.
 */
public final class Answers {
  /** Stands for a sight that is not among the answers. */
  public static final int NONE = -1;

  private static final int FEW = 8;

  private final boolean happens;
  private final boolean forbids;
  private final long[] sights;
  private final int[] targets;
  private long @Nullable [] sorted;
  private int @Nullable [] order;
  private int all = NONE;

  Answers(boolean happens, boolean forbids, long[] sights, int[] targets) {
    this.happens = happens;
    this.forbids = forbids;
    this.sights = sights;
    this.targets = targets;
  }

  /** Whether the input can happen in some state of the set. */
  public boolean happens() {
    return happens;
  }

  /** Whether some state of the set forbids it. */
  public boolean forbids() {
    return forbids;
  }

  /** How many answers there are that look different. */
  public int size() {
    return sights.length;
  }

  /** What is seen of one of the answers. */
  public long sight(int at) {
    return sights[at];
  }

  /** The number of the set of states that an answer may lead to. */
  public int target(int at) {
    return targets[at];
  }

  /** The position of the answer that looks so, or {@link #NONE}. */
  public int find(long sight) {
    return find(sight, 0);
  }

  /**
   * The position of the answer that looks so, or {@link #NONE}.
   *
   * @param likely where it probably is
   */
  public int find(long sight, int likely) {
    if (likely < sights.length && sights[likely] == sight) {
      return likely;
    }
    if (sights.length <= FEW) {
      for (int at = 0; at < sights.length; at++) {
        if (sights[at] == sight) {
          return at;
        }
      }
      return NONE;
    }
    long[] keys = sorted;
    int[] places = order;
    if (keys == null || places == null) {
      keys = sights.clone();
      Arrays.sort(keys);
      places = new int[keys.length];
      for (int at = 0; at < sights.length; at++) {
        places[Arrays.binarySearch(keys, sights[at])] = at;
      }
      sorted = keys;
      order = places;
    }
    int at = Arrays.binarySearch(keys, sight);
    return at < 0 ? NONE : places[at];
  }

  /** The numbers of all sets that the answers may lead to. */
  int[] targets() {
    return targets;
  }

  /** The number of the union of these sets, or {@link #NONE} where it was not asked for yet. */
  int all() {
    return all;
  }

  void keepAll(int number) {
    all = number;
  }
}
