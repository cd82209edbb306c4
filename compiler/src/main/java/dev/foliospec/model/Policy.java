package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All transitions of one VM type, flattened: what it inherits is already in it.
 *
 * @param name dotted; the part before the last dot is the edition
 * @param isAbstract whether it is a base that need not be complete
 * @param sound whether everything in it could be bound; only then are coverage and behaviour asked
 * @param vocabulary what it speaks about
 * @param lineage the policies that it extends, nearest first
 * @param contracts the policies that it claims to refine, those of abstract bases first
 * @param sources documents that it may cite, the vocabulary's first
 * @param variables what a state holds, the vocabulary's first
 * @param flags choices made at creation, the vocabulary's first, with the values allowed here
 * @param traits what it makes of the traits that it sets, in the vocabulary's order
 * @param chances choices of the environment, the vocabulary's first
 * @param initials first values that depend on flags and traits
 * @param events the events that it has, in the vocabulary's order
 * @param lacks the events that it does not have
 * @param effects effects that its rows may name, the vocabulary's first
 * @param errors errors that its rows may answer, the vocabulary's first
 * @param definitions named conditions, the vocabulary's first
 * @param types the types that it declares itself
 * @param ghosts history for properties, the vocabulary's first
 * @param checks tables of refusals, in the order in which they are asked
 * @param bodies exact tables
 * @param steps sub-behaviours
 * @param lifting of a system: the policy that its pages follow, and how; it has no tables then
 * @param grounds what its head rests on
 * @param doc its documentation
 * @param at its head, or its row in a pivot
 */
public record Policy(
    String name,
    boolean isAbstract,
    boolean sound,
    Vocabulary vocabulary,
    List<String> lineage,
    List<Contract> contracts,
    List<Source> sources,
    List<Variable> variables,
    List<FlagSetting> flags,
    List<TraitSetting> traits,
    List<Chance> chances,
    List<Initial> initials,
    List<Event> events,
    List<Lack> lacks,
    List<Effect> effects,
    List<ErrorAnswer> errors,
    List<Definition> definitions,
    List<Type> types,
    List<Ghost> ghosts,
    List<Table> checks,
    List<Table> bodies,
    List<Table> steps,
    Optional<Lifting> lifting,
    Grounds grounds,
    Optional<String> doc,
    Span at) {
  /** Copies the lists. */
  public Policy {
    lineage = List.copyOf(lineage);
    contracts = List.copyOf(contracts);
    sources = List.copyOf(sources);
    variables = List.copyOf(variables);
    flags = List.copyOf(flags);
    traits = List.copyOf(traits);
    chances = List.copyOf(chances);
    initials = List.copyOf(initials);
    events = List.copyOf(events);
    lacks = List.copyOf(lacks);
    effects = List.copyOf(effects);
    errors = List.copyOf(errors);
    definitions = List.copyOf(definitions);
    types = List.copyOf(types);
    ghosts = List.copyOf(ghosts);
    checks = List.copyOf(checks);
    bodies = List.copyOf(bodies);
    steps = List.copyOf(steps);
  }

  /** The part of the name before the last dot, or empty. */
  public String edition() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** The part of the name after the last dot. */
  public String shortName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** All tables, checks first, steps last. */
  public List<Table> tables() {
    List<Table> all = new ArrayList<>(checks);
    all.addAll(bodies);
    all.addAll(steps);
    return all;
  }

  /** How many rows it has; of a system, those that it adds to what its pages follow. */
  public int countRows() {
    int rows = 0;
    if (lifting.isPresent()) {
      rows = lifting.get().refusals().size();
      for (Table table : lifting.get().page().tables()) {
        for (Transition row : table.rows()) {
          rows += row.id().policy().equals(name) ? 1 : 0;
        }
      }
    }
    for (Table table : tables()) {
      rows += table.rows().size();
    }
    return rows;
  }

  /** The traits that are undecided: the choices of a run, in order. */
  public List<TraitSetting> choices() {
    List<TraitSetting> choices = new ArrayList<>();
    for (TraitSetting setting : traits) {
      if (setting.undecided()) {
        choices.add(setting);
      }
    }
    return choices;
  }

  /** The event of a name, if the policy has it. */
  public Optional<Event> event(String wanted) {
    for (Event event : events) {
      if (event.name().equals(wanted)) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  /** The step of a name. */
  public Optional<Table> step(String wanted) {
    for (Table step : steps) {
      if (step.name().equals(wanted)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  /** The row of an id; of a system, one of its pages' rows or one that it asks before them. */
  public Optional<Transition> row(RowId wanted) {
    if (lifting.isPresent()) {
      for (Lifting.Refusal each : lifting.get().refusals()) {
        if (each.row().id().equals(wanted)) {
          return Optional.of(each.row());
        }
      }
      return lifting.get().page().row(wanted);
    }
    for (Table table : tables()) {
      for (Transition row : table.rows()) {
        if (row.id().equals(wanted)) {
          return Optional.of(row);
        }
      }
    }
    return Optional.empty();
  }

  /** The row of a bare id. */
  public Optional<Transition> row(String wanted) {
    if (lifting.isPresent()) {
      for (Lifting.Refusal each : lifting.get().refusals()) {
        if (each.row().id().id().equals(wanted)) {
          return Optional.of(each.row());
        }
      }
      return lifting.get().page().row(wanted);
    }
    for (Table table : tables()) {
      for (Transition row : table.rows()) {
        if (row.id().id().equals(wanted)) {
          return Optional.of(row);
        }
      }
    }
    return Optional.empty();
  }

  /** The same policy with other settings of its traits, and so those of a system's pages. */
  public Policy withTraits(List<TraitSetting> others) {
    Optional<Lifting> its = lifting.isEmpty()
        ? lifting
        : Optional.of(lifting.get().withPage(lifting.get().page().withTraits(others)));
    return with(others, definitions, ghosts, checks, bodies, steps, its);
  }

  /** The same policy with other named conditions. */
  public Policy withDefinitions(List<Definition> others) {
    return with(traits, others, ghosts, checks, bodies, steps, lifting);
  }

  /** The same policy with other ghosts. */
  public Policy withGhosts(List<Ghost> others) {
    return with(traits, definitions, others, checks, bodies, steps, lifting);
  }

  /** The same policy with other rows. */
  public Policy withTables(
      List<Table> otherChecks, List<Table> otherBodies, List<Table> otherSteps) {
    return with(traits, definitions, ghosts, otherChecks, otherBodies, otherSteps, lifting);
  }

  private Policy with(
      List<TraitSetting> itsTraits,
      List<Definition> itsDefinitions,
      List<Ghost> itsGhosts,
      List<Table> itsChecks,
      List<Table> itsBodies,
      List<Table> itsSteps,
      Optional<Lifting> itsLifting) {
    return new Policy(
        name,
        isAbstract,
        sound,
        vocabulary,
        lineage,
        contracts,
        sources,
        variables,
        flags,
        itsTraits,
        chances,
        initials,
        events,
        lacks,
        effects,
        errors,
        itsDefinitions,
        types,
        itsGhosts,
        itsChecks,
        itsBodies,
        itsSteps,
        itsLifting,
        grounds,
        doc,
        at);
  }
}
