package dev.foliospec.generator.machine;

import com.palantir.javapoet.ParameterSpec;
import dev.foliospec.generator.plan.Formula;
import dev.foliospec.generator.plan.Node;
import dev.foliospec.generator.plan.Place;
import dev.foliospec.generator.plan.PolicyPlan;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** What a private method of a machine has to be given: only what it reads. */
final class Needs {
  private boolean configuration;
  private boolean state;
  private boolean chances;
  private final Map<Integer, Place> parameters = new TreeMap<>();

  /** The places of a policy by their numbers. */
  static final class Index {
    private final PolicyPlan plan;
    private final Map<Integer, Place> places = new TreeMap<>();
    private final IdentityHashMap<Node, Needs> known = new IdentityHashMap<>();

    Index(PolicyPlan plan) {
      this.plan = plan;
      plan.places().configuration().forEach(each -> add(each.place()));
      plan.places().state().forEach(this::add);
      plan.places().chances().forEach(this::add);
      plan.places().parameters().values().forEach(each -> each.forEach(this::add));
      plan.places().elements().values().forEach(each -> each.forEach(this::add));
    }

    private void add(Place place) {
      places.put(place.number(), place);
    }

    PolicyPlan plan() {
      return plan;
    }

    /** What a formula reads. */
    Needs needs(Formula formula) {
      Needs needs = new Needs();
      formula.places().stream()
          .forEach(number -> needs.add(Objects.requireNonNull(places.get(number))));
      return needs;
    }

    /** What a tree reads whose leaves need nothing. */
    Needs reads(Node node) {
      Needs needs = new Needs();
      if (node instanceof Node.Split split) {
        needs.add(split.place());
        split.arms().forEach(arm -> needs.add(reads(arm.node())));
      } else if (node instanceof Node.Below below) {
        needs.add(below.place());
        needs.add(reads(below.low()));
        needs.add(reads(below.high()));
      }
      return needs;
    }

    /**
     * What a tree reads; the state always, since it is kept or changed.
     *
     * @param answer what a row reads
     */
    Needs needs(Node node, Function<Node.Answer, Needs> answer) {
      Needs before = known.get(node);
      if (before != null) {
        return before;
      }
      Needs needs = new Needs();
      needs.state = true;
      if (node instanceof Node.Split split) {
        needs.add(split.place());
        split.arms().forEach(arm -> needs.add(needs(arm.node(), answer)));
      } else if (node instanceof Node.Test test) {
        needs.add(needs(test.question()));
        needs.add(needs(test.yes(), answer));
        needs.add(needs(test.no(), answer));
      } else if (node instanceof Node.Below below) {
        needs.add(below.place());
        needs.add(needs(below.low(), answer));
        needs.add(needs(below.high(), answer));
      } else if (node instanceof Node.Answer row) {
        needs.add(answer.apply(row));
      } else if (node instanceof Node.Act act) {
        act.changes().forEach(each -> needs.add(each.value()));
        act.changes().forEach(each -> each.index().ifPresent(needs::add));
        act.shown().forEach(each -> needs.add(each.value()));
      }
      known.put(node, needs);
      return needs;
    }
  }

  void add(Place place) {
    switch (place.kind()) {
      case CONFIGURATION -> configuration = true;
      case STATE -> state = true;
      case ELEMENT -> {
        state = true;
        place.index().ifPresent(this::add);
      }
      case CHANCE -> chances = true;
      case PARAMETER -> parameters.put(place.number(), place);
    }
  }

  void add(Needs more) {
    configuration |= more.configuration;
    state |= more.state;
    chances |= more.chances;
    parameters.putAll(more.parameters);
  }

  private void add(Node.Source source) {
    if (source instanceof Node.Read read) {
      add(read.place());
    } else if (source instanceof Node.Shifted shifted) {
      add(shifted.place());
    } else if (source instanceof Node.Mapped mapped) {
      add(mapped.place());
    }
  }

  /** The arguments of a call. */
  Piece arguments() {
    return Piece.join(list(), ", ");
  }

  /** The arguments of a call, each. */
  List<Piece> list() {
    List<Piece> pieces = new ArrayList<>();
    if (configuration) {
      pieces.add(Piece.of("c"));
    }
    if (state) {
      pieces.add(Piece.of("s"));
    }
    parameters.values().forEach(each -> pieces.add(Piece.of("$N", each.field().name())));
    if (chances) {
      pieces.add(Piece.of("chances"));
    }
    return pieces;
  }

  /** The parameters of the method. */
  List<ParameterSpec> parameters(PolicyPlan plan) {
    List<ParameterSpec> made = new ArrayList<>();
    if (configuration) {
      made.add(ParameterSpec.builder(Sources.name(plan.own("Config")), "c").build());
    }
    if (state) {
      made.add(ParameterSpec.builder(Sources.name(plan.own("State")), "s").build());
    }
    for (Place place : parameters.values()) {
      made.add(ParameterSpec.builder(
              Sources.type(place.field().type()), place.field().name())
          .build());
    }
    if (chances) {
      made.add(
          ParameterSpec.builder(Sources.name(plan.own("Chances")), "chances").build());
    }
    return made;
  }
}
