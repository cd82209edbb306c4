package dev.foliospec.benchmarks;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import java.util.EnumSet;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.UntypedStateMachine;
import org.squirrelframework.foundation.fsm.UntypedStateMachineBuilder;
import org.squirrelframework.foundation.fsm.annotation.StateMachineParameters;
import org.squirrelframework.foundation.fsm.impl.AbstractUntypedStateMachine;
import reactor.core.publisher.Mono;

/**
 * One table, eight states by ten events, in the state machine libraries that users might weigh
 * against a generated machine, and as the {@code int} table that one would write by hand. All see the
 * same random events, about half of which their state does not answer. The time is for one event.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PeersBenchmark {

  /** A state of the table. */
  public enum Place {
    P0,
    P1,
    P2,
    P3,
    P4,
    P5,
    P6,
    P7
  }

  /** An event of the table. */
  public enum Ask {
    A0,
    A1,
    A2,
    A3,
    A4,
    A5,
    A6,
    A7,
    A8,
    A9
  }

  private static final int EVENTS = 1_024;
  private static final int UNANSWERED = -1;
  private static final Place[] PLACES = Place.values();
  private static final Ask[] ASKS = Ask.values();

  private static final int[] TARGETS = randomTargets(new Random(810));

  private final int[] asked = new int[EVENTS];
  private final Ask[] askedByName = new Ask[EVENTS];
  private final StateMachine<Place, Ask> stateless4j = stateless4j();
  private final UntypedStateMachine squirrel = squirrel();
  private final org.springframework.statemachine.StateMachine<Place, Ask> spring = spring();
  private int place;

  /** Draws the events that every machine is driven with. */
  @Setup
  public void draw() {
    Random random = new Random(1_024);
    for (int i = 0; i < EVENTS; i++) {
      asked[i] = random.nextInt(ASKS.length);
      askedByName[i] = ASKS[asked[i]];
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public int handWrittenTable() {
    int now = place;
    for (int ask : asked) {
      int target = TARGETS[now * 10 + ask];
      now = target == UNANSWERED ? now : target;
    }
    place = now;
    return now;
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public Place stateless4j_2_6_0() {
    for (Ask ask : askedByName) {
      stateless4j.fire(ask);
    }
    return stateless4j.getState();
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public Object squirrel_0_3_10() {
    for (Ask ask : askedByName) {
      squirrel.fire(ask);
    }
    return squirrel.getCurrentState();
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public Place spring_4_0_2() {
    for (Ask ask : askedByName) {
      spring.sendEvent(Mono.just(MessageBuilder.withPayload(ask).build())).blockLast();
    }
    return spring.getState().getId();
  }

  private static int[] randomTargets(Random random) {
    int[] targets = new int[PLACES.length * ASKS.length];
    for (int cell = 0; cell < targets.length; cell++) {
      targets[cell] = random.nextBoolean() ? random.nextInt(PLACES.length) : UNANSWERED;
    }
    return targets;
  }

  private static StateMachine<Place, Ask> stateless4j() {
    StateMachineConfig<Place, Ask> config = new StateMachineConfig<>();
    for (Place from : PLACES) {
      for (Ask ask : ASKS) {
        int target = TARGETS[from.ordinal() * ASKS.length + ask.ordinal()];
        if (target == UNANSWERED) {
          config.configure(from).ignore(ask);
        } else if (target == from.ordinal()) {
          config.configure(from).permitReentry(ask);
        } else {
          config.configure(from).permit(ask, PLACES[target]);
        }
      }
    }
    return new StateMachine<>(Place.P0, config);
  }

  private static UntypedStateMachine squirrel() {
    UntypedStateMachineBuilder builder = StateMachineBuilderFactory.create(Squirrel.class);
    for (Place from : PLACES) {
      for (Ask ask : ASKS) {
        int target = TARGETS[from.ordinal() * ASKS.length + ask.ordinal()];
        if (target != UNANSWERED) {
          builder.externalTransition().from(from).to(PLACES[target]).on(ask);
        }
      }
    }
    UntypedStateMachine machine = builder.newStateMachine(Place.P0);
    machine.start();
    return machine;
  }

  private static org.springframework.statemachine.StateMachine<Place, Ask> spring() {
    StateMachineBuilder.Builder<Place, Ask> builder = StateMachineBuilder.builder();
    try {
      builder.configureConfiguration().withConfiguration().autoStartup(true);
      builder.configureStates().withStates().initial(Place.P0).states(EnumSet.allOf(Place.class));
      for (Place from : PLACES) {
        for (Ask ask : ASKS) {
          int target = TARGETS[from.ordinal() * ASKS.length + ask.ordinal()];
          if (target != UNANSWERED) {
            builder
                .configureTransitions()
                .withExternal()
                .source(from)
                .target(PLACES[target])
                .event(ask);
          }
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException("Spring refused the table", e);
    }
    return builder.build();
  }

  /** What squirrel needs to know of the table's types. */
  @StateMachineParameters(stateType = Place.class, eventType = Ask.class, contextType = Void.class)
  static class Squirrel extends AbstractUntypedStateMachine {}
}
