package dev.foliospec.explore;

import dev.foliospec.engine.Expander;
import dev.foliospec.engine.Watch;
import dev.foliospec.engine.Watcher;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Looks at the states of a system, as a search expands them, for what breaks a question. */
final class WideWatch implements Watch {
  private final Policy system;
  private final WideQuestion question;

  /** Whether what it speaks of was met at all. */
  final AtomicBoolean occurs = new AtomicBoolean();

  WideWatch(Policy system, WideQuestion question) {
    this.system = system;
    this.question = question;
  }

  @Override
  public Watcher over(Expander expander) {
    WideSpace.Steps steps = (WideSpace.Steps) expander;
    return question.ofStates ? new States(steps) : new Transitions(steps);
  }

  private final class States implements Watcher {
    private final WideSpace.Steps steps;
    private final Formula formula;

    States(WideSpace.Steps steps) {
      this.steps = steps;
      formula = steps.its.formula(question.holds, null);
    }

    @Override
    public boolean holds(long state, int successors) {
      if (!question.asks(steps.its.configurationOf(state))) {
        return true;
      }
      occurs.setPlain(true);
      return steps.its.holds(formula, steps.frame) == question.truth;
    }
  }

  /** Looks at the steps by some events; says which one breaks the question. */
  final class Transitions implements Watcher {
    private final WideSpace.Steps steps;
    private final int[] scratch;

    /** By event and way: whether it is one of the triggers. */
    private final boolean[][] asked;

    /** By reaction: the premise and the condition under that answer, once worked out. */
    private @Nullable Formula[] premises = new Formula[64];

    private @Nullable Formula[] conditions = new Formula[64];

    /** The step that broke it last. */
    int broken = -1;

    Transitions(WideSpace.Steps steps) {
      this.steps = steps;
      scratch = steps.its.frame();
      asked = asked();
    }

    private boolean[][] asked() {
      Lifting lifting = system.lifting().orElseThrow();
      boolean[][] all = new boolean[lifting.events().size()][];
      for (int event = 0; event < all.length; event++) {
        all[event] = new boolean[steps.pages.calls.ways(event)];
        for (int way = 0; way < all[event].length; way++) {
          for (Claim.Trigger trigger : question.triggers) {
            all[event][way] |= meant(trigger, event, way);
          }
        }
      }
      return all;
    }

    private boolean meant(Claim.Trigger trigger, int event, int way) {
      if (!system.events().get(event).name().equals(trigger.event().name())) {
        return false;
      }
      var arguments = steps.pages.calls.input(event, way).arguments();
      for (int at = 0; at < trigger.arguments().size(); at++) {
        Optional<Value> wanted = trigger.arguments().get(at);
        if (wanted.isPresent() && !wanted.get().equals(arguments.get(at))) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean holds(long state, int successors) {
      if (!question.asks(steps.its.configurationOf(state))) {
        return true;
      }
      for (int step = 0; step < steps.steps; step++) {
        if (asked[steps.events[step]][steps.ways[step]] && !holds(step)) {
          broken = step;
          return false;
        }
      }
      return true;
    }

    private boolean holds(int step) {
      int reaction = steps.reactions[step];
      if (reaction >= premises.length) {
        int length = Math.max(reaction + 1, premises.length * 2);
        premises = Arrays.copyOf(premises, length);
        conditions = Arrays.copyOf(conditions, length);
      }
      Formula premise = premises[reaction];
      Formula condition = conditions[reaction];
      if (premise == null || condition == null) {
        Event event = system.events().get(steps.events[step]);
        Reaction given = steps.pages.made.reaction(reaction);
        Expression when = question.when.orElse(new Expression.Literally(true));
        premise = steps.its.formula(
            new Expression.Not(Settled.of(new Expression.Not(when), event, given)), event);
        condition = steps.its.formula(
            Settled.of(
                question.when.isEmpty()
                    ? question.holds
                    : new Expression.Or(List.of(new Expression.Not(when), question.holds)),
                event,
                given),
            event);
        premises[reaction] = premise;
        conditions[reaction] = condition;
      }
      if (premise.never() || condition.always()) {
        if (!premise.never() && !occurs.getPlain()) {
          steps.load(step, scratch);
          occurs.setPlain(steps.its.holds(premise, steps.frame));
        }
        return true;
      }
      steps.load(step, scratch);
      if (!steps.its.holds(premise, steps.frame)) {
        return true;
      }
      occurs.setPlain(true);
      return steps.its.holds(condition, steps.frame);
    }
  }
}
