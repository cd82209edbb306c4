package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Cell;
import dev.foliospec.model.Chance;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Guard;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.syntax.CommonSyntax;
import dev.foliospec.syntax.DeclarationSyntax;
import dev.foliospec.syntax.ExpressionText;
import dev.foliospec.syntax.GlobalSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.PolicySyntax;
import dev.foliospec.syntax.RangeSyntax;
import dev.foliospec.syntax.RefusalSyntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a system of a page's policy, once that is flattened: see {@link Lifting}. */
final class Systems {
  /** The most pages that a system may have. */
  static final int MOST_PAGES = 64;

  private final PolicySyntax unit;
  private final Flat flat;
  private final Reporter report;
  private final Optional<Integer> otherPages;
  private final Groundings groundings;
  private final Map<String, Said> said = new LinkedHashMap<>();
  private final Map<String, Grounds> common = new LinkedHashMap<>();

  /** By event: what its pages are told, as written. */
  private final Map<String, List<GlobalSyntax>> globals = new LinkedHashMap<>();

  /** What the unit says of an event. */
  private record Said(
      Name at,
      Lifting.Reach reach,
      Lifting.Manner manner,
      Optional<String> output,
      Grounds grounds) {}

  /**
   * A system under way.
   *
   * @param flat what its pages follow
   * @param otherPages how many pages it shall have instead of those that it says
   */
  Systems(PolicySyntax unit, Flat flat, Reporter report, Optional<Integer> otherPages) {
    this.unit = unit;
    this.flat = flat;
    this.report = report;
    this.otherPages = otherPages;
    groundings = new Groundings(flat.scope, report);
  }

  /** A system with its vocabulary, and what names mean there. */
  record Made(Policy policy, Vocabularies.Bound vocabulary) {}

  /** Reads what the unit says of its pages together, before the tables that rest on it. */
  void prepare() {
    for (DeclarationSyntax member : unit.members()) {
      if (member instanceof RangeSyntax range) {
        range(range);
      } else if (member instanceof CommonSyntax each) {
        common(each);
      } else if (member instanceof GlobalSyntax global) {
        global(global);
      }
    }
    extend();
    List<Value> replies = new ArrayList<>(List.of(new Value("ok")));
    for (ErrorAnswer error : flat.errors) {
      replies.add(new Value(error.name()));
    }
    Parameter reply =
        new Parameter(Lifting.REPLY, new Type(Optional.empty(), replies, false, List.of()));
    flat.scope.declareShared(new Name(Lifting.REPLY, unit.name().at()), reply, report);
    for (Event known : flat.vocabulary.events()) {
      Event event = seen(known);
      if (!flat.lacks.containsKey(event.name())) {
        Said its = said.get(event.name());
        if (its != null && its.manner() == Lifting.Manner.ALL) {
          seen(event, Lifting.refused(event.name()), reply);
        }
        seen(event, Lifting.beside(event.name()), reply);
      }
    }
  }

  /** An event as pages see it. */
  private Event seen(Event event) {
    return extended.getOrDefault(event.name(), event);
  }

  private void global(GlobalSyntax written) {
    Grounds grounds = groundings.ofSetting(written.grounds(), flat.grounds);
    groundings.judge(grounds, written.at(), "what pages are told", written.at());
    flat.scope.declareShared(
        written.name(), new Parameter(written.name().text(), NO_OR_YES), report);
    for (Name name : written.events()) {
      Optional<Event> event = flat.scope.event(name.text());
      if (event.isEmpty() || flat.lacks.containsKey(name.text())) {
        report.unknown(
            name, "event", flat.vocabulary.events().stream().map(Event::name).toList());
      } else if (event.get().parameter(written.name().text()).isPresent()) {
        unfit(written.name(), "`" + name + "` has a parameter `" + written.name() + "` already");
      } else {
        globals.computeIfAbsent(name.text(), none -> new ArrayList<>()).add(written);
      }
    }
  }

  private static final Type NO_OR_YES =
      new Type(Optional.empty(), Lifting.NO_OR_YES, false, List.of());

  /** By name, the events whose pages are told something. */
  private final Map<String, Event> extended = new LinkedHashMap<>();

  /** Gives events, in tables and rows too, the parameters by which pages are told. */
  private void extend() {
    for (Event event : flat.vocabulary.events()) {
      List<GlobalSyntax> told = globals.get(event.name());
      if (told != null) {
        List<Parameter> parameters = new ArrayList<>(event.parameters());
        told.forEach(each -> parameters.add(new Parameter(each.name().text(), NO_OR_YES)));
        Event longer = new Event(
            event.name(),
            parameters,
            event.actor(),
            event.outputs(),
            event.onlyWhen(),
            event.silent(),
            event.doc(),
            event.at());
        extended.put(event.name(), longer);
        flat.scope.replaceEvent(longer);
      }
    }
    if (!extended.isEmpty()) {
      flat.tables.replaceAll(table -> table.withEvents(this::seen));
    }
  }

  private void seen(Event event, String name, Parameter reply) {
    List<Parameter> parameters = new ArrayList<>(event.parameters());
    parameters.add(reply);
    Event seen = new Event(
        name,
        parameters,
        event.actor(),
        List.of(),
        Optional.empty(),
        event.silent(),
        Optional.empty(),
        event.at());
    flat.events.add(seen);
    flat.scope.declareEvent(new Name(name, unit.name().at()), seen, report);
  }

  private void range(RangeSyntax written) {
    Lifting.Reach reach = Lifting.Reach.WHOLE;
    Lifting.Manner manner = Lifting.Manner.ALL;
    if (written.how().isPresent()) {
      reach = Lifting.Reach.RANGE;
      manner = manner(written.how().get());
    }
    Grounds grounds = groundings.ofSetting(written.grounds(), flat.grounds);
    groundings.judge(grounds, written.at(), "what is said of a range", written.at());
    for (Name name : written.events()) {
      if (flat.vocabulary.events().stream().noneMatch(each -> each.name().equals(name.text()))) {
        report.unknown(
            name, "event", flat.vocabulary.events().stream().map(Event::name).toList(), flat.scope);
      } else if (flat.lacks.containsKey(name.text())) {
        unfit(name, "`" + name + "` is an event that the policy lacks");
      } else {
        Said first = said.putIfAbsent(
            name.text(), new Said(name, reach, manner, written.output().map(Name::text), grounds));
        if (first != null) {
          report.report(
              Diagnostic.of(Rule.DUPLICATE_NAME, name.at(), "`" + name + "` is lifted twice")
                  .withRelated(first.at().at(), "first here"));
        }
      }
    }
  }

  private Lifting.Manner manner(Name written) {
    for (Lifting.Manner each : Lifting.Manner.values()) {
      if (each.word().equals(written.text())) {
        return each;
      }
    }
    report.noSuchValue(
        written,
        "`range`",
        Arrays.stream(Lifting.Manner.values()).map(Lifting.Manner::word).toList());
    return Lifting.Manner.ALL;
  }

  private void common(CommonSyntax written) {
    Grounds grounds = groundings.ofSetting(written.grounds(), flat.grounds);
    groundings.judge(grounds, written.at(), "what pages have in common", written.at());
    for (Name name : written.variables()) {
      int before = common.size();
      boolean known = false;
      for (Variable each : flat.variables) {
        if (each.family().equals(name.text())) {
          known = true;
          common.putIfAbsent(each.name(), grounds);
        }
      }
      for (Chance each : flat.chances) {
        if (each.name().equals(name.text())) {
          known = true;
          common.putIfAbsent(each.name(), grounds);
        }
      }
      if (!known) {
        report.unknown(
            name, "variable", flat.scope.names(Variable.class, Chance.class), flat.scope);
      } else if (common.size() == before) {
        report.report(Rule.DUPLICATE_NAME, name.at(), "`" + name + "` is written twice");
      }
    }
  }

  private void unfit(Name at, String message) {
    report.report(Rule.SYSTEM_UNFIT, at.at(), message);
  }

  /** The system, once its page's policy is there. */
  Made made(Policy page) {
    Type index = index();
    answering(page);
    SystemVocabulary its = new SystemVocabulary(unit, flat, page, index, common.keySet(), report);
    List<Lifting.Lifted> lifted = new ArrayList<>();
    for (Event event : flat.vocabulary.events()) {
      if (page.event(event.name()).isPresent()) {
        lifted.add(lifted(page, event, its));
      }
    }
    Vocabularies.Bound vocabulary =
        its.bound(lifted.stream().map(Lifting.Lifted::event).toList(), flat.sound);
    for (int at = 0; at < lifted.size(); at++) {
      lifted.set(at, told(lifted.get(at), vocabulary.scope()));
    }
    List<Lifting.Refusal> refusals = new ArrayList<>();
    for (DeclarationSyntax member : unit.members()) {
      if (member instanceof RefusalSyntax refusal) {
        refusal(refusal, vocabulary.scope()).ifPresent(refusals::add);
      }
    }
    Lifting lifting = new Lifting(
        page,
        index.size(),
        index,
        List.copyOf(common.keySet()),
        List.copyOf(common.values()),
        lifted,
        refusals);
    return new Made(its.policy(vocabulary.vocabulary(), lifting, !report.broken()), vocabulary);
  }

  private Type index() {
    Name written = unit.pages().orElseThrow();
    int pages = written.text().length() > 4 ? 0 : Integer.parseInt(written.text());
    if (pages < 1 || pages > MOST_PAGES) {
      unfit(written, "a system has from 1 to " + MOST_PAGES + " pages");
      pages = 1;
    }
    List<Value> numbers = new ArrayList<>();
    for (int number = 0; number < otherPages.orElse(pages); number++) {
      numbers.add(Value.of(number));
    }
    return new Type(Optional.of("page"), numbers, true, List.of());
  }

  /** What a page sees of others' events is no question: it answers nothing of its own. */
  private void answering(Policy page) {
    List<Table> tables = new ArrayList<>(page.checks());
    tables.addAll(page.bodies());
    for (Table table : tables) {
      for (Event event : table.events()) {
        if (isTold(event)) {
          for (Transition row : table.rows()) {
            if (row.outcome().answer() != Outcome.Answer.OK) {
              report.report(Diagnostic.of(
                      Rule.SYSTEM_UNFIT,
                      row.at("answer"),
                      "row `" + row.id().id() + "` refuses what it is only told of")
                  .withNote(
                      "`" + event.name() + "` asks other pages; this one can only answer `ok`"));
            }
          }
        }
      }
    }
  }

  private boolean isTold(Event event) {
    for (Event each : flat.events) {
      if (each.name().equals(event.name())) {
        return true;
      }
    }
    return false;
  }

  private Lifting.Lifted lifted(Policy page, Event event, SystemVocabulary its) {
    Said words = said.get(event.name());
    Lifting.Reach reach = words == null ? Lifting.Reach.PAGE : words.reach();
    Optional<String> output = words == null ? Optional.empty() : words.output();
    if (output.isPresent() && event.output(output.get()).isPresent()) {
      unfit(
          new Name(output.get(), words == null ? event.at() : words.at().at()),
          "`" + event.name() + "` has an output `" + output.get() + "` already");
      output = Optional.empty();
    }
    return new Lifting.Lifted(
        its.event(event, reach, output),
        seen(event),
        reach,
        words == null ? Lifting.Manner.ALL : words.manner(),
        output,
        page.event(Lifting.refused(event.name())),
        page.event(Lifting.beside(event.name())),
        List.of(),
        words == null ? flat.grounds : words.grounds());
  }

  /** The event with what its pages are told, bound. */
  private Lifting.Lifted told(Lifting.Lifted lifted, Scope scope) {
    List<Lifting.Global> told = new ArrayList<>();
    List<Event> events = List.of(lifted.event());
    for (GlobalSyntax each : globals.getOrDefault(lifted.event().name(), List.of())) {
      new Expressions(scope, report)
          .bind(
              each.when(),
              Expressions.Place.STATE,
              Conditions.shared(events, DraftTable.parameters(events)))
          .ifPresent(when -> told.add(new Lifting.Global(
              each.name().text(),
              when,
              ExpressionText.of(each.when()),
              groundings.ofSetting(each.grounds(), flat.grounds))));
    }
    return new Lifting.Lifted(
        lifted.event(),
        lifted.each(),
        lifted.reach(),
        lifted.manner(),
        lifted.output(),
        lifted.refused(),
        lifted.beside(),
        told,
        lifted.grounds());
  }

  private Optional<Lifting.Refusal> refusal(RefusalSyntax written, Scope scope) {
    Grounds grounds = groundings.ofSetting(written.grounds(), flat.grounds);
    groundings.judge(
        grounds, written.at(), "row `" + written.id() + "`", written.id().at());
    RowId id = new RowId(flat.name, written.id().text());
    RowId first = flat.usedIds.putIfAbsent(id.id(), id);
    if (first != null) {
      report.report(
          Rule.DUPLICATE_ROW, written.id().at(), "the row id `" + id.id() + "` is used twice");
    }
    Optional<ErrorAnswer> error = scope.error(written.error().text());
    if (error.isEmpty()) {
      report.unknown(written.error(), "error", scope.errors(), scope);
    }
    List<Event> events = new ArrayList<>();
    for (Name name : written.events()) {
      Optional<Event> event = scope.event(name.text());
      if (event.isEmpty()) {
        report.unknown(name, "event", scope.events(), scope);
      }
      event.ifPresent(events::add);
    }
    Optional<Expression> when = new Expressions(scope, report)
        .bind(
            written.when(),
            Expressions.Place.STATE,
            Conditions.shared(events, DraftTable.parameters(events)));
    if (error.isEmpty() || when.isEmpty() || events.isEmpty()) {
      return Optional.empty();
    }
    Transition row = new Transition(
        id,
        events,
        new Guard(List.of(), false),
        List.of(),
        Optional.empty(),
        new Outcome(
            Outcome.Answer.REFUSE,
            List.of(error.get()),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        List.of(),
        List.of(),
        grounds,
        List.of(
            new Cell(
                "when", false, ExpressionText.of(written.when()), written.when().at()),
            new Cell(
                "answer", true, "refuse " + written.error(), written.error().at())),
        Declarations.text(written.doc()),
        written.at());
    return Optional.of(new Lifting.Refusal(row, when.get()));
  }
}
