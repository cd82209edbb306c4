package dev.foliospec.refine;

import dev.foliospec.explore.Variant;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Input;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Products;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import dev.foliospec.run.Shown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The definition of refinement read as it is written, with plain sets of what the interpreter answers:
 * both sides keep a set of states.
 */
final class BruteForce {
  /** What is read wrongly, if anything: each must show in some case. */
  enum Slip {
    /** A value that matches any is allowed by every value, whoever gives it. */
    POLICY_MATCHES_ANY,
    /** A value that matches any allows itself alone. */
    CONTRACT_MATCHES_ITSELF,
    /** Chances that both know may differ. */
    CHANCES_APART,
    /** Private chances of the contract are each held against the policy. */
    PRIVATE_CHANCES_HELD,
    /** Private flags of the contract are each held against the policy. */
    PRIVATE_FLAGS_HELD,
    /** A flag that the contract does not allow is passed over. */
    FLAGS_PASSED_OVER,
    /** All variants are held against all. */
    VARIANTS_CROSSED,
    /** States in which an event cannot happen forbid it. */
    BEYOND_FORBIDS,
    /** States in which an event cannot happen do not drop out where another one goes on. */
    BEYOND_STAYS,
    /** An event that no state follows is passed over. */
    NONE_LEFT_PASSED_OVER,
    /** Only where all states forbid is nothing promised. */
    ALL_FORBID,
    /** An event that the contract lacks fails. */
    LACKING_FAILS,
    /** A policy may forbid what it likes. */
    MAY_FORBID,
    /** Silent events are taken by both at once. */
    SILENT_TOGETHER,
    /** An answer that is not seen has to be allowed as if it were. */
    UNSEEN_ANSWERS_COUNT,
    /** The contract's states are not followed: any reachable one will do. */
    NO_MEMORY,
    /** The contract is in one state, the first that allows what was seen. */
    ONE_STATE
  }

  private final Policy policy;
  private final Policy contract;
  private final Observer observer;
  private final Set<Slip> slips;
  private final Side p;
  private final Side c;

  /** A state in its configuration. */
  record At(Configuration configuration, State state) {}

  /** What is seen of an answer. */
  private record Sight(
      String answer, List<Shown> outputs, List<String> effects, List<String> state) {}

  /** Both sets, and how many visible events led there. */
  private record Node(Set<At> ofPolicy, Set<At> ofContract, int length) {}

  /** One side's interpreter, each question asked once. */
  private static final class Side {
    final Interpreter interpreter;
    final Map<At, Map<Input, Reply>> known = new HashMap<>();

    Side(Policy policy) {
      interpreter = new Interpreter(policy);
    }

    Reply step(At at, Input input) {
      return known
          .computeIfAbsent(at, none -> new HashMap<>())
          .computeIfAbsent(input, each -> interpreter.step(at.configuration(), at.state(), each));
    }
  }

  BruteForce(Policy policy, Policy contract, Observer observer, Slip... slips) {
    this.policy = policy;
    this.contract = contract;
    this.observer = observer;
    this.slips = slips.length == 0 ? EnumSet.noneOf(Slip.class) : EnumSet.of(slips[0], slips);
    p = new Side(policy);
    c = new Side(contract);
  }

  /** By pair of variants that fails: how many visible events its shortest failure takes. */
  Map<String, Integer> failures() {
    Map<String, Integer> failures = new TreeMap<>();
    for (Variant variant : Variant.of(policy)) {
      boolean matched = false;
      for (Variant against : Variant.of(contract)) {
        if (slips.contains(Slip.VARIANTS_CROSSED) || alike(variant, against)) {
          matched = true;
          int length = shortest(variant, against);
          if (length >= 0) {
            failures.put(variant.name() + " " + against.name(), length);
          }
        }
      }
      if (!matched) {
        failures.put(variant.name() + " " + Variant.of(contract).get(0).name(), 0);
      }
    }
    return failures;
  }

  private boolean alike(Variant variant, Variant against) {
    for (int i = 0; i < policy.choices().size(); i++) {
      for (int j = 0; j < contract.choices().size(); j++) {
        TraitSetting one = policy.choices().get(i);
        TraitSetting other = contract.choices().get(j);
        if (one.trait().name().equals(other.trait().name())
            && !one.alternatives()
                .get(variant.choices().get(i))
                .spelled()
                .equals(other.alternatives().get(against.choices().get(j)).spelled())) {
          return false;
        }
      }
    }
    return true;
  }

  private int shortest(Variant variant, Variant against) {
    int shortest = -1;
    for (Configuration each : configurations(p, variant)) {
      Set<Configuration> matching = new LinkedHashSet<>();
      for (Configuration other : configurations(c, against)) {
        if (sameFlags(each, other)) {
          matching.add(other);
        }
      }
      List<Set<Configuration>> starts = new ArrayList<>(List.of(matching));
      if (slips.contains(Slip.PRIVATE_FLAGS_HELD)) {
        starts = new ArrayList<>();
        for (Configuration other : matching) {
          starts.add(Set.of(other));
        }
      }
      if (matching.isEmpty()) {
        if (!slips.contains(Slip.FLAGS_PASSED_OVER)) {
          return 0;
        }
        continue;
      }
      for (Set<Configuration> start : starts) {
        int found = shortest(Set.of(each), start);
        if (found >= 0 && (shortest < 0 || found < shortest)) {
          shortest = found;
        }
      }
    }
    return shortest;
  }

  private static List<Configuration> configurations(Side side, Variant variant) {
    return side.interpreter.configurations().stream()
        .filter(each -> each.choices().equals(variant.choices()))
        .toList();
  }

  private boolean sameFlags(Configuration one, Configuration other) {
    List<FlagSetting> flags = policy.flags();
    for (int i = 0; i < flags.size(); i++) {
      for (int j = 0; j < contract.flags().size(); j++) {
        if (flags.get(i).flag().name().equals(contract.flags().get(j).flag().name())
            && !one.flags().get(i).equals(other.flags().get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Set<At> starts(Side side, Set<Configuration> in) {
    Set<At> starts = new LinkedHashSet<>();
    for (Configuration each : in) {
      starts.add(new At(each, side.interpreter.initial(each)));
    }
    return starts;
  }

  // --- One start ---

  private int shortest(Set<Configuration> ofPolicy, Set<Configuration> ofContract) {
    Set<List<Set<At>>> known = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    open.add(new Node(starts(p, ofPolicy), starts(c, ofContract), 0));
    while (!open.isEmpty()) {
      Node plain = open.poll();
      Optional<Node> closed = closed(plain);
      if (closed.isEmpty()) {
        return plain.length() + 1;
      }
      Node node = closed.get();
      if (!known.add(List.of(node.ofPolicy(), node.ofContract()))) {
        continue;
      }
      for (Event event : policy.events()) {
        if (!silent(event)) {
          for (List<Value> arguments : Products.of(types(event))) {
            for (Map<String, Value> shared : shared()) {
              if (!tried(node, event, arguments, shared, open)) {
                return node.length() + 1;
              }
            }
          }
        }
      }
    }
    return -1;
  }

  private boolean silent(Event event) {
    return event.silent() && !slips.contains(Slip.SILENT_TOGETHER);
  }

  /** What silent events lead to as well; nothing where the policy forbids one that the contract has. */
  private Optional<Node> closed(Node node) {
    Set<At> ofContract = new LinkedHashSet<>(node.ofContract());
    Deque<At> open = new ArrayDeque<>(ofContract);
    while (!open.isEmpty()) {
      At at = open.poll();
      for (Event event : contract.events()) {
        for (Input input : silent(event) ? inputs(contract, event) : List.<Input>of()) {
          if (c.step(at, input) instanceof Reply.Answered answered) {
            for (Response response : answered.responses()) {
              At next = new At(at.configuration(), response.next());
              if (ofContract.add(next)) {
                open.add(next);
              }
            }
          }
        }
      }
    }
    Set<At> ofPolicy = new LinkedHashSet<>(node.ofPolicy());
    open.addAll(ofPolicy);
    while (!open.isEmpty()) {
      At at = open.poll();
      for (Event event : policy.events()) {
        if (!silent(event)) {
          continue;
        }
        for (List<Value> arguments : Products.of(types(event))) {
          for (Map<String, Value> shared : shared()) {
            boolean forbidden = false;
            boolean happens = false;
            if (contract.event(event.name()).isPresent()) {
              for (Input input : inputs(contract, event, arguments, shared)) {
                for (At other : ofContract) {
                  Reply reply = c.step(other, input);
                  forbidden |= reply instanceof Reply.Forbidden;
                  happens |= reply instanceof Reply.Answered;
                }
              }
            }
            if (forbidden) {
              continue;
            }
            for (Input input : inputs(policy, event, arguments, shared)) {
              Reply reply = p.step(at, input);
              if (reply instanceof Reply.Forbidden && happens) {
                return Optional.empty();
              }
              if (reply instanceof Reply.Answered answered) {
                for (Response response : answered.responses()) {
                  At next = new At(at.configuration(), response.next());
                  if (ofPolicy.add(next)) {
                    open.add(next);
                  }
                }
              }
            }
          }
        }
      }
    }
    return Optional.of(new Node(ofPolicy, ofContract, node.length()));
  }

  /** Whether what the policy answers is allowed. */
  private boolean tried(
      Node node, Event event, List<Value> arguments, Map<String, Value> shared, Deque<Node> open) {
    boolean tried = false;
    boolean forbids = false;
    Map<Sight, Set<At>> answers = new LinkedHashMap<>();
    for (At at : node.ofPolicy()) {
      for (Input input : inputs(policy, event, arguments, shared)) {
        Reply reply = p.step(at, input);
        if (reply instanceof Reply.Forbidden) {
          tried = true;
          forbids = true;
        } else if (reply instanceof Reply.Answered answered) {
          tried = true;
          for (Response response : answered.responses()) {
            answers
                .computeIfAbsent(sight(policy, event, response), none -> new LinkedHashSet<>())
                .add(new At(at.configuration(), response.next()));
          }
        }
      }
    }
    if (!tried) {
      return true;
    }
    if (contract.event(event.name()).isEmpty()) {
      return !slips.contains(Slip.LACKING_FAILS);
    }
    List<Input> promised =
        inputs(contract, event, arguments, slips.contains(Slip.CHANCES_APART) ? Map.of() : shared);
    List<List<Input>> held = new ArrayList<>(List.of(promised));
    if (slips.contains(Slip.PRIVATE_CHANCES_HELD)) {
      held = new ArrayList<>();
      for (Input each : promised) {
        held.add(List.of(each));
      }
    }
    for (List<Input> each : held) {
      if (!allowed(node, event, each, answers, forbids, open)) {
        return false;
      }
    }
    return true;
  }

  private boolean allowed(
      Node node,
      Event event,
      List<Input> promised,
      Map<Sight, Set<At>> answers,
      boolean forbids,
      Deque<Node> open) {
    Set<At> remaining = new LinkedHashSet<>();
    Set<At> forbidding = new LinkedHashSet<>();
    Set<At> beyond = new LinkedHashSet<>();
    Map<Sight, Set<At>> allowed = new LinkedHashMap<>();
    for (At at : node.ofContract()) {
      for (Input input : promised) {
        Reply reply = c.step(at, input);
        if (reply instanceof Reply.Forbidden) {
          remaining.add(at);
          forbidding.add(at);
        } else if (reply instanceof Reply.Answered answered) {
          remaining.add(at);
          for (Response response : answered.responses()) {
            allowed
                .computeIfAbsent(sight(contract, event, response), none -> new LinkedHashSet<>())
                .add(new At(at.configuration(), response.next()));
          }
        } else {
          beyond.add(at);
        }
      }
    }
    if (slips.contains(Slip.BEYOND_FORBIDS) && !beyond.isEmpty()) {
      return true;
    }
    if (remaining.isEmpty()) {
      return slips.contains(Slip.NONE_LEFT_PASSED_OVER);
    }
    if (slips.contains(Slip.ALL_FORBID)
        ? forbidding.containsAll(remaining)
        : !forbidding.isEmpty()) {
      return true;
    }
    if (forbids) {
      return slips.contains(Slip.MAY_FORBID);
    }
    for (Map.Entry<Sight, Set<At>> each : answers.entrySet()) {
      Set<At> next = new LinkedHashSet<>();
      allowed.forEach((sight, targets) -> {
        if (allows(event, sight, each.getKey())) {
          next.addAll(targets);
        }
      });
      if (next.isEmpty()) {
        return false;
      }
      if (slips.contains(Slip.BEYOND_STAYS)) {
        next.addAll(beyond);
      }
      if (slips.contains(Slip.NO_MEMORY)) {
        next.addAll(node.ofContract());
      }
      if (slips.contains(Slip.ONE_STATE)) {
        next.retainAll(Set.of(next.iterator().next()));
      }
      open.add(new Node(each.getValue(), next, node.length() + 1));
    }
    return true;
  }

  // --- What is seen ---

  private Sight sight(Policy of, Event event, Response response) {
    boolean shown = slips.contains(Slip.UNSEEN_ANSWERS_COUNT)
        || (observer.actors().contains(event.actor()) && !event.silent());
    List<String> state = new ArrayList<>();
    for (int at = 0; at < of.variables().size(); at++) {
      Variable variable = of.variables().get(at);
      if (variable.shared() && observer.state().contains(variable.name())) {
        state.add(variable.name() + "=" + response.next().values().get(at));
      }
    }
    return new Sight(
        shown ? response.answer() : "",
        shown ? response.outputs() : List.of(),
        observer.effects() ? response.effects().stream().map(Effect::name).toList() : List.of(),
        state);
  }

  private boolean allows(Event event, Sight may, Sight does) {
    boolean allows = may.answer().equals(does.answer())
        && may.effects().equals(does.effects())
        && may.state().equals(does.state());
    for (int at = 0; allows && at < may.outputs().size(); at++) {
      Type type = event.outputs().get(at).type();
      Shown promise = may.outputs().get(at);
      Shown given = does.outputs().get(at);
      allows = promise.equals(given)
          || (anything(promise, type) && !slips.contains(Slip.CONTRACT_MATCHES_ITSELF))
          || (anything(given, type) && slips.contains(Slip.POLICY_MATCHES_ANY));
    }
    return allows;
  }

  private static boolean anything(Shown shown, Type type) {
    return shown instanceof Shown.Whatever
        || (shown instanceof Shown.One one && type.matchesAny(one.value()));
  }

  // --- What is tried ---

  private static List<Type> types(Event event) {
    return event.parameters().stream().map(Parameter::type).toList();
  }

  /** The values of all chances that both know. */
  private List<Map<String, Value>> shared() {
    List<Chance> both = policy.chances().stream()
        .filter(
            each -> contract.chances().stream().anyMatch(other -> other.name().equals(each.name())))
        .toList();
    List<Map<String, Value>> all = new ArrayList<>();
    for (List<Value> values : Products.of(both.stream().map(Chance::type).toList())) {
      Map<String, Value> one = new LinkedHashMap<>();
      for (int at = 0; at < values.size(); at++) {
        one.put(both.get(at).name(), values.get(at));
      }
      all.add(one);
    }
    return all;
  }

  private static List<Input> inputs(Policy of, Event event) {
    List<Input> inputs = new ArrayList<>();
    for (List<Value> arguments : Products.of(types(event))) {
      inputs.addAll(inputs(of, event, arguments, Map.of()));
    }
    return inputs;
  }

  /** An event with some chances given, and each value of the others. */
  private static List<Input> inputs(
      Policy of, Event event, List<Value> arguments, Map<String, Value> given) {
    List<Input> inputs = new ArrayList<>();
    for (List<Value> chances :
        Products.of(of.chances().stream().map(Chance::type).toList())) {
      boolean fits = true;
      for (int at = 0; at < chances.size(); at++) {
        Value fixed = given.get(of.chances().get(at).name());
        fits &= fixed == null || fixed.equals(chances.get(at));
      }
      if (fits) {
        inputs.add(new Input(of.event(event.name()).orElseThrow(), arguments, chances));
      }
    }
    return inputs;
  }
}
