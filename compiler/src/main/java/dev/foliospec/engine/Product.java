package dev.foliospec.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A space whose states are several digits, one of each component, where each step changes one of
 * them.
 *
 * <p>The rank of a state is the number that its digits write in mixed radix, the last component's
 * counting singly. Neighbouring components are treated as one while the table of what they can do
 * stays small: fewer, longer rows are quicker to read.
 */
public final class Product implements Space {

  /**
   * A step is possible only while another component's digit is one of some.
   *
   * @param component the other component
   * @param digits by digit, whether it is one of them
   */
  public record While(int component, List<Boolean> digits) {
    public While {
      digits = List.copyOf(digits);
    }
  }

  /** A step that a component can make from one digit to another, while all of something is so. */
  record Step(int component, int from, int to, List<While> guards) {}

  private final int[] sizes;
  final Group[] groups;

  /** By component: the group that it is in. */
  final int[] groupOf;

  /** By group: how much its digit counts. */
  final long[] weights;

  private final long ranks;
  private final long[] initials;

  private Product(Builder from) {
    sizes = from.sizes;
    groupOf = new int[sizes.length];
    groups = from.singly ? Grouping.singly(sizes, from.steps) : Grouping.of(sizes, from.steps);
    weights = new long[groups.length];
    long product = 1;
    for (int group = groups.length - 1; group >= 0; group--) {
      weights[group] = product;
      product = Math.multiplyExact(product, (long) groups[group].size());
      int first = groups[group].first;
      Arrays.fill(groupOf, first, first + groups[group].parts.length, group);
    }
    if (product > 1L << 62) {
      throw new IllegalArgumentException("more than 2^62 states");
    }
    ranks = product;
    initials = from.initials.stream().mapToLong(this::rank).toArray();
  }

  /** A product of components, each with so many digits. */
  public static Builder of(int... sizes) {
    return new Builder(sizes);
  }

  @Override
  public long ranks() {
    return ranks;
  }

  @Override
  public long[] initials() {
    return initials.clone();
  }

  @Override
  public Moves expander() {
    return new Moves(groups, weights, groupOf);
  }

  /** The rank of a state that is given by its digits. */
  public long rank(int... digits) {
    long rank = 0;
    for (int component = 0; component < sizes.length; component++) {
      rank = rank * sizes[component] + digits[component];
    }
    return rank;
  }

  /** The digits of a state. */
  public int[] digits(long rank) {
    int[] digits = new int[sizes.length];
    long rest = rank;
    for (int component = sizes.length - 1; component >= 0; component--) {
      digits[component] = (int) (rest % sizes[component]);
      rest /= sizes[component];
    }
    return digits;
  }

  /** Gathers the steps of a product. */
  public static final class Builder {
    private final int[] sizes;
    private final List<Step> steps = new ArrayList<>();
    private final List<int[]> initials = new ArrayList<>();
    private boolean singly;

    private Builder(int[] sizes) {
      this.sizes = sizes.clone();
      if (sizes.length == 0) {
        throw new IllegalArgumentException("no components");
      }
      for (int size : sizes) {
        if (size < 1) {
          throw new IllegalArgumentException("a component of " + size + " digits");
        }
      }
    }

    /** A state at which it may begin. */
    public Builder initially(int... digits) {
      initials.add(digits.clone());
      return this;
    }

    /** A component can go from one digit to another, while other components are at some digits. */
    public Builder step(int component, int from, int to, While... guards) {
      if (from < 0 || from >= sizes[component] || to < 0 || to >= sizes[component]) {
        throw new IllegalArgumentException(from + " to " + to + " of " + sizes[component]);
      }
      for (While guard : guards) {
        if (guard.component() == component || guard.digits().size() != sizes[guard.component()]) {
          throw new IllegalArgumentException(guard + " on a step of component " + component);
        }
      }
      if (from != to) {
        steps.add(new Step(component, from, to, List.of(guards)));
      }
      return this;
    }

    /** Leaves every component by itself. */
    Builder singly() {
      singly = true;
      return this;
    }

    /** The space. */
    public Product space() {
      return new Product(this);
    }
  }
}
