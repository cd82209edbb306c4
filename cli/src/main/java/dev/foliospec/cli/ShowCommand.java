package dev.foliospec.cli;

import dev.foliospec.explore.VariantName;
import dev.foliospec.generator.export.Form;
import dev.foliospec.generator.export.Show;
import dev.foliospec.model.Event;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** Shows a flattened policy, or several side by side. */
final class ShowCommand implements Command {
  @Override
  public String name() {
    return "show";
  }

  @Override
  public List<String> forms() {
    return List.of("POLICY", "--pivot [TRAIT|EVENT] POLICY...");
  }

  @Override
  public String summary() {
    return "a policy's whole table, each row with its origin, or policies side by side";
  }

  @Override
  public List<Option> options() {
    return List.of(CommandOptions.AS, CommandOptions.EVENT, CommandOptions.PIVOT);
  }

  @Override
  public int run(Arguments arguments, Shell shell) throws Failure {
    List<String> words = new ArrayList<>();
    for (Form form : Form.values()) {
      words.add(form.word());
    }
    Form form =
        Form.of(arguments.oneOf(CommandOptions.AS, Form.TEXT.word(), words)).orElseThrow();
    return arguments.has(CommandOptions.PIVOT)
        ? pivot(arguments, shell, form)
        : one(arguments, shell, form);
  }

  private static int one(Arguments arguments, Shell shell, Form form) throws Failure {
    if (arguments.operands().size() != 1) {
      throw Failure.usage(
          arguments.operands().isEmpty()
              ? "name the POLICY to show"
              : "name one POLICY; several stand side by side with --pivot");
    }
    Workspace workspace = Workspace.at(shell, arguments, "", arguments.operands());
    VariantName name = workspace.name(arguments.operands().get(0));
    Policy policy = workspace.policy(name);
    if (workspace.stops(List.of(policy))) {
      return ExitCode.FINDINGS;
    }
    Optional<String> event = arguments.value(CommandOptions.EVENT);
    Optional<Event> known = event.isEmpty() ? Optional.empty() : policy.event(event.get());
    if (event.isPresent() && known.isEmpty()) {
      List<String> names = policy.events().stream().map(Event::name).toList();
      throw Failure.usage("`" + policy.name() + "` has no event `" + event.get() + "`; it has "
          + String.join(", ", names));
    }
    shell.out().print(Show.policy(Show.fixed(policy, name), form, known));
    return ExitCode.FINE;
  }

  private static int pivot(Arguments arguments, Shell shell, Form form) throws Failure {
    if (arguments.has(CommandOptions.EVENT)) {
      throw Failure.usage("name the event after --pivot");
    }
    List<String> operands = arguments.operands();
    if (operands.isEmpty()) {
      throw Failure.usage("name the POLICYs to put side by side");
    }
    Workspace workspace = Workspace.at(shell, arguments, "", operands);
    // A policy may be called like a trait; then it is the policy that is meant.
    String first = operands.get(0);
    boolean topic = isTopic(workspace, first);
    List<Policy> policies = new ArrayList<>();
    for (String each : topic ? operands.subList(1, operands.size()) : operands) {
      VariantName name = workspace.name(each);
      Policy policy = Show.fixed(workspace.policy(name), name);
      // A system stands there as the policy that its pages follow.
      policies.add(policy.lifting().map(Lifting::page).orElse(policy));
    }
    if (policies.isEmpty()) {
      throw Failure.usage("name the POLICYs to put side by side");
    }
    Vocabulary vocabulary = policies.get(0).vocabulary();
    for (Policy each : policies) {
      if (!each.vocabulary().name().equals(vocabulary.name())) {
        throw Failure.usage(
            "`" + each.name() + "` speaks of `" + each.vocabulary().name() + "`, `"
                + policies.get(0).name() + "` of `" + vocabulary.name()
                + "`; only policies of one vocabulary stand side by side");
      }
    }
    if (workspace.stops(policies)) {
      return ExitCode.FINDINGS;
    }
    if (!topic) {
      shell.out().print(Show.traits(policies, form));
    } else if (vocabulary.traits().stream().anyMatch(each -> each.name().equals(first))) {
      shell.out().print(Show.trait(policies, first, form));
    } else if (vocabulary.events().stream().anyMatch(each -> each.name().equals(first))) {
      shell.out().print(Show.event(policies, first, form));
    } else {
      throw Failure.usage("`" + vocabulary.name() + "` has no trait or event `" + first + "`");
    }
    return ExitCode.FINE;
  }

  /** Whether a word names a trait or an event of some vocabulary, and no policy. */
  private static boolean isTopic(Workspace workspace, String word) {
    boolean policy = VariantName.parse(word)
        .flatMap(name -> workspace.compilation().policySet().policy(name.policy()))
        .isPresent();
    return !policy
        && workspace.compilation().policySet().vocabularies().values().stream()
            .anyMatch(
                each -> each.traits().stream().anyMatch(trait -> trait.name().equals(word))
                    || each.events().stream().anyMatch(event -> event.name().equals(word)));
  }
}
