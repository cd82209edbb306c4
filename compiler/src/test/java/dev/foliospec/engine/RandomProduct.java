package dev.foliospec.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A random product, as plain lists that know nothing of ranks. */
final class RandomProduct {
  /** A step of one component, while another one's digit is below a bound; no other if -1. */
  record Step(int component, int from, int to, int other, int below, int another, int least) {
    boolean possible(List<Integer> state) {
      return state.get(component) == from
          && (other < 0 || state.get(other) < below)
          && (another < 0 || state.get(another) >= least);
    }

    List<Integer> taken(List<Integer> state) {
      List<Integer> next = new ArrayList<>(state);
      next.set(component, to);
      return next;
    }
  }

  final int[] sizes;
  final List<Step> steps = new ArrayList<>();
  final List<List<Integer>> initials = new ArrayList<>();

  /** The states at which a watch does not hold: where all digits together are a multiple of it. */
  final int unlucky;

  /** Of at most so many components, and digits of each. */
  RandomProduct(Random random, int components, int digits) {
    sizes = random.ints(1 + random.nextInt(components), 2, digits + 1).toArray();
    int events = 1 + random.nextInt(4);
    for (int component = 0; component < sizes.length; component++) {
      for (int digit = 0; digit < sizes[component]; digit++) {
        for (int event = 0; event < events; event++) {
          if (random.nextInt(3) > 0) {
            steps.add(step(random, component, digit));
          }
        }
      }
    }
    for (int count = random.nextInt(3); count >= 0; count--) {
      initials.add(Arrays.stream(sizes).mapToObj(random::nextInt).toList());
    }
    unlucky = 2 + random.nextInt(20);
  }

  private Step step(Random random, int component, int from) {
    int other = random.nextInt(4) > 0 ? -1 : other(random, component);
    int another = other < 0 || random.nextInt(3) > 0 ? -1 : other(random, component);
    return new Step(
        component,
        from,
        random.nextInt(sizes[component]),
        other,
        other < 0 ? 0 : random.nextInt(sizes[other] + 1),
        another,
        another < 0 ? 0 : random.nextInt(sizes[another]));
  }

  private int other(Random random, int component) {
    return sizes.length == 1
        ? -1
        : (component + 1 + random.nextInt(sizes.length - 1)) % sizes.length;
  }

  private RandomProduct(RandomProduct from) {
    sizes = from.sizes;
    steps.addAll(from.steps);
    initials.addAll(from.initials);
    unlucky = from.unlucky;
  }

  /** The same, but that a step which is always possible leads elsewhere. */
  RandomProduct withOneStepWrong() {
    RandomProduct wrong = new RandomProduct(this);
    for (int at = 0; at < steps.size(); at++) {
      Step step = steps.get(at);
      if (step.other() < 0 && initials.get(0).get(step.component()) == step.from()) {
        int to = (step.to() + 1) % sizes[step.component()];
        wrong.steps.set(at, new Step(step.component(), step.from(), to, -1, 0, -1, 0));
        break;
      }
    }
    return wrong;
  }

  boolean lucky(List<Integer> state) {
    return state.stream().mapToInt(digit -> digit).sum() % unlucky != unlucky - 1;
  }

  /** The same as a space; with every component by itself, or as the product likes. */
  Product space(boolean singly) {
    Product.Builder builder = Product.of(sizes);
    for (Step step : steps) {
      List<Product.While> guards = new ArrayList<>();
      if (step.other() >= 0) {
        guards.add(below(step.other(), 0, step.below()));
      }
      if (step.another() >= 0) {
        guards.add(below(step.another(), step.least(), sizes[step.another()]));
      }
      builder.step(step.component(), step.from(), step.to(), guards.toArray(new Product.While[0]));
    }
    for (List<Integer> initial : initials) {
      builder.initially(initial.stream().mapToInt(digit -> digit).toArray());
    }
    return singly ? builder.singly().space() : builder.space();
  }

  private Product.While below(int component, int from, int to) {
    List<Boolean> digits = new ArrayList<>(Collections.nCopies(sizes[component], false));
    for (int digit = from; digit < to; digit++) {
      digits.set(digit, true);
    }
    return new Product.While(component, digits);
  }

  /** Watches for unlucky states, by the digits that an expander knows if it is one of ours. */
  Watch watch() {
    return expander -> (state, successors) -> {
      int sum = 0;
      long rest = state;
      for (int component = sizes.length - 1; component >= 0; component--) {
        sum += expander instanceof Moves moves
            ? moves.digit(component)
            : (int) (rest % sizes[component]);
        rest /= sizes[component];
      }
      return sum % unlucky != unlucky - 1;
    };
  }
}
