package dev.foliospec.run;

import dev.foliospec.model.Chance;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Event;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Update;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.run.Explanation.Considered;
import dev.foliospec.run.Explanation.Happens;
import dev.foliospec.run.Explanation.Part;
import dev.foliospec.run.Supposition.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows answer an event of a system, page by page, and what comes of it for the other pages.
 *
 * <p>As in {@link Explanation}, not everything need be known but which pages are asked.
 *
 * @param system the system
 * @param lifted the event
 * @param first the first page that is asked
 * @param last the last
 * @param refusals what answers, or may, before the pages are asked
 * @param told what the pages know of all pages
 * @param pages what each page does, those asked first; none where a refusal answers for certain
 * @param offender the first page that for certain does not answer ok where all before it do
 * @param ends how it comes out
 */
public record PagesExplanation(
    Policy system,
    Lifting.Lifted lifted,
    int first,
    int last,
    List<Refusing> refusals,
    List<Knowing> told,
    List<OnPage> pages,
    Optional<Integer> offender,
    End ends) {
  /** Copies the lists. */
  public PagesExplanation {
    refusals = List.copyOf(refusals);
    told = List.copyOf(told);
    pages = List.copyOf(pages);
  }

  /** How an event comes out. */
  public enum End {
    /** A refusal answers before any page is asked. */
    REFUSED,
    /** All pages that are asked answer ok. */
    DONE,
    /** A page does not. */
    OFFENDED,
    /** A page's row forbids it, and it is for certain that this page is asked. */
    FORBIDDEN,
    /** A page's {@code only when} does not hold, and it is for certain that this page is asked. */
    IMPOSSIBLE,
    /** That depends on what is not known. */
    OPEN
  }

  /** What a page is to an event. */
  public enum Role {
    /** It is asked. */
    ASKED,
    /** Another page refuses, and it is told. */
    REFUSED,
    /** It is not asked, and is told. */
    BESIDE
  }

  /**
   * A page.
   *
   * @param number which one
   * @param role what it is to the event
   * @param known what is supposed of it
   * @param explained which row is its answer
   * @param left common variables that pages before it may have changed, and so are left open
   */
  public record OnPage(
      int number, Role role, Map<String, Value> known, Explanation explained, List<String> left) {
    /** Copies the list. */
    public OnPage {
      left = List.copyOf(left);
    }
  }

  /**
   * What is answered before the pages are asked.
   *
   * @param refusal which
   * @param certain whether its condition holds; otherwise that is left open
   */
  public record Refusing(Lifting.Refusal refusal, boolean certain) {}

  /** What pages know of all pages, where that is not left open. */
  public record Knowing(Lifting.Global told, Optional<Value> value) {}

  /** Whether, by all that is known, a page can be asked: the first is not behind the last. */
  public static boolean asks(Lifting.Lifted lifted, Map<String, Value> known) {
    List<Parameter> places = lifted.event().parameters().subList(0, lifted.places());
    return places.size() < 2 || number(known, places.get(0)) <= number(known, places.get(1));
  }

  private static int number(Map<String, Value> known, Parameter place) {
    Value value = known.get(place.name());
    if (value == null) {
      throw new IllegalArgumentException("`" + place.name() + "` is not known");
    }
    return value.number();
  }

  /**
   * Explains.
   *
   * @param system a system whose names are all bound
   * @param lifted one of its events
   * @param known values by the names of variables, parameters, flags, chances and undecided traits; the
   *     parameters that say which pages are asked are among them
   */
  public static PagesExplanation of(
      Policy system, Lifting.Lifted lifted, Map<String, Value> known) {
    return new Explainer(system, system.lifting().orElseThrow(), lifted, known).explain();
  }

  /** What is known of how a page answers. */
  private record Answering(boolean ok, boolean error, boolean forbid, Optional<Value> reply) {
    static Answering of(Explanation explained) {
      boolean ok = false;
      boolean error = false;
      boolean forbid = false;
      Set<Value> replies = new LinkedHashSet<>();
      for (Considered each : explained.rows()) {
        Outcome outcome = each.row().outcome();
        if (each.part() != Part.ANSWERS && each.part() != Part.PERHAPS) {
          continue;
        }
        boolean done = switch (outcome.answer()) {
          case OK, ANY, OK_OR -> true;
          case REFUSE, FAIL, FORBID, PASS, NONE -> false;
        };
        ok |= done;
        forbid |= outcome.answer() == Outcome.Answer.FORBID;
        error |= !outcome.errors().isEmpty();
        if (done) {
          replies.add(new Value("ok"));
        }
        outcome.errors().forEach(one -> replies.add(new Value(one.name())));
      }
      return new Answering(
          ok,
          error,
          forbid,
          replies.size() == 1 ? Optional.of(replies.iterator().next()) : Optional.empty());
    }

    boolean surelyOk() {
      return ok && !error && !forbid;
    }

    boolean surelyNot() {
      return error && !ok && !forbid;
    }

    boolean surelyForbidden() {
      return forbid && !ok && !error;
    }
  }

  /** Works one explanation out. */
  private static final class Explainer {
    private final Policy system;
    private final Lifting lifting;
    private final Lifting.Lifted lifted;
    private final Map<String, Value> known;
    private final int first;
    private final int last;
    private final List<Refusing> refusals = new ArrayList<>();
    private final List<Knowing> told = new ArrayList<>();
    private final List<OnPage> pages = new ArrayList<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private Optional<Integer> offender = Optional.empty();

    Explainer(Policy system, Lifting lifting, Lifting.Lifted lifted, Map<String, Value> known) {
      this.system = system;
      this.lifting = lifting;
      this.lifted = lifted;
      this.known = known;
      List<Parameter> places = lifted.event().parameters();
      first = lifted.places() == 0 ? 0 : number(known, places.get(0));
      last = switch (lifted.reach()) {
        case PAGE -> first;
        case RANGE -> number(known, places.get(1));
        case WHOLE -> lifting.pages() - 1;
      };
    }

    PagesExplanation explain() {
      Supposition supposed = new Supposition(system, known);
      for (Lifting.Refusal each : lifting.refusals()) {
        Truth holds = each.row().answers(lifted.event()) ? supposed.of(each.when()) : Truth.NO;
        if (holds != Truth.NO) {
          refusals.add(new Refusing(each, holds == Truth.YES));
        }
        if (holds == Truth.YES) {
          return explained(refusals.size() == 1 ? End.REFUSED : End.OPEN);
        }
      }
      for (Lifting.Global each : lifted.globals()) {
        told.add(new Knowing(
            each,
            switch (supposed.of(each.when())) {
              case YES -> Optional.of(Lifting.NO_OR_YES.get(1));
              case NO -> Optional.of(Lifting.NO_OR_YES.get(0));
              case OPEN -> Optional.empty();
            }));
      }
      End end = asked();
      return explained(refusals.isEmpty() ? end : End.OPEN);
    }

    private PagesExplanation explained(End end) {
      return new PagesExplanation(
          system, lifted, first, last, refusals, told, pages, offender, end);
    }

    /** Asks the pages in order up to the first that for certain does not answer ok. */
    private End asked() {
      boolean certain = true;
      int done = 0;
      Optional<Value> reply = Optional.empty();
      for (int number = first; number <= last && offender.isEmpty(); number++) {
        OnPage page = page(number, Role.ASKED, lifted.each(), Optional.empty());
        pages.add(page);
        Answering answering = Answering.of(page.explained());
        if (page.explained().happens() == Happens.NO) {
          return certain ? End.IMPOSSIBLE : End.OPEN;
        }
        certain &= page.explained().happens() == Happens.YES;
        if (answering.surelyForbidden()) {
          return certain ? End.FORBIDDEN : End.OPEN;
        }
        if (answering.surelyNot()) {
          if (!certain) {
            break;
          }
          offender = Optional.of(number);
          reply = answering.reply();
        }
        certain &= answering.surelyOk() || answering.surelyNot();
        done++;
        if (lifted.manner() != Lifting.Manner.ALL) {
          changes(page.explained());
        }
      }
      End end = !certain ? End.OPEN : offender.isPresent() ? End.OFFENDED : End.DONE;
      boolean some = lifted.manner() == Lifting.Manner.PROGRESS && done > 1;
      if (end == End.DONE || (end == End.OFFENDED && some)) {
        reply = Optional.of(new Value("ok"));
      }
      others(end, reply);
      return end;
    }

    /** What the pages do that are told what others answer. */
    private void others(End end, Optional<Value> reply) {
      changed.clear();
      for (int number = 0; number < lifting.pages(); number++) {
        boolean inside = first <= number && number <= last;
        if (!inside && lifted.beside().isPresent()) {
          pages.add(page(number, Role.BESIDE, lifted.beside().get(), reply));
        } else if (inside
            && lifted.manner() == Lifting.Manner.ALL
            && lifted.refused().isPresent()
            && end == End.OFFENDED
            && !offender.equals(Optional.of(number))) {
          pages.add(page(number, Role.REFUSED, lifted.refused().get(), reply));
        }
      }
    }

    private OnPage page(int number, Role role, Event event, Optional<Value> reply) {
      Map<String, Value> its = seen(number);
      for (Knowing each : told) {
        each.value().ifPresent(value -> its.put(each.told().name(), value));
      }
      reply.ifPresent(value -> its.put(Lifting.REPLY, value));
      return new OnPage(
          number, role, its, Explanation.of(lifting.page(), event, its), List.copyOf(changed));
    }

    /** What is supposed of one page, in its own words. */
    private Map<String, Value> seen(int number) {
      Map<String, Value> its = new LinkedHashMap<>();
      Set<String> aside = new LinkedHashSet<>(changed);
      for (Parameter each : lifted.event().parameters().subList(0, lifted.places())) {
        aside.add(each.name());
      }
      system.variables().forEach(each -> aside.add(each.name()));
      system.chances().forEach(each -> aside.add(each.name()));
      known.forEach((name, value) -> {
        if (!aside.contains(name)) {
          its.put(name, value);
        }
      });
      for (Variable each : lifting.page().variables()) {
        see(each.name(), number, its);
      }
      for (Chance each : lifting.page().chances()) {
        see(each.name(), number, its);
      }
      return its;
    }

    private void see(String name, int number, Map<String, Value> its) {
      Value value = known.get(lifting.nameOf(name, number));
      if (value != null && !changed.contains(name)) {
        its.put(name, value);
      }
    }

    /** Notes the common variables that a page's rows may change. */
    private void changes(Explanation explained) {
      Set<String> called = new LinkedHashSet<>();
      for (Considered each : explained.rows()) {
        if (each.part() == Part.ANSWERS || each.part() == Part.PERHAPS) {
          changes(each.row(), called);
        }
      }
    }

    private void changes(Transition row, Set<String> called) {
      for (Update each : row.outcome().updates()) {
        if (!(each.value() instanceof NewValue.Kept)) {
          lifting.common().stream().filter(each::mayWrite).forEach(changed::add);
        }
      }
      for (EffectItem item : row.outcome().effects()) {
        if (item instanceof EffectItem.Call call && called.add(call.step())) {
          Optional<Table> step = lifting.page().step(call.step());
          step.ifPresent(its -> its.rows().forEach(each -> changes(each, called)));
        }
      }
    }
  }
}
