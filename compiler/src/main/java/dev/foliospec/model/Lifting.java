package dev.foliospec.model;

import java.util.List;
import java.util.Optional;

/**
 * How a system comes of one policy: several pages, each of which follows it, and what they have in
 * common.
 *
 * <p>A policy with a lifting has no tables of its own. Its variables are those of the pages, {@code
 * attr[0]}, {@code attr[1]} and so on, and the common ones; its events are those of the pages with the
 * page, or the range of pages, as parameters; its chances are those of the pages, one for each page.
 *
 * @param page what each page follows: an ordinary policy with tables. Beside the events of its
 *     vocabulary it has those that other pages see, {@link Lifted#refused()} and {@link
 *     Lifted#beside()}
 * @param pages how many pages there are
 * @param index the type of their numbers, from 0
 * @param common the variables and chances of which there is one for all pages, by name
 * @param commonGrounds what each of these rests on, in the same order
 * @param events one for each event of the system, in its order
 * @param refusals what is asked before the pages are, in order
 */
public record Lifting(
    Policy page,
    int pages,
    Type index,
    List<String> common,
    List<Grounds> commonGrounds,
    List<Lifted> events,
    List<Refusal> refusals) {
  /** Copies the lists. */
  public Lifting {
    common = List.copyOf(common);
    commonGrounds = List.copyOf(commonGrounds);
    events = List.copyOf(events);
    refusals = List.copyOf(refusals);
  }

  /** The name that a variable or chance of a page has in the system. */
  public String nameOf(String its, int number) {
    return common.contains(its) ? its : its + "[" + number + "]";
  }

  /** The same of pages that follow another policy. */
  public Lifting withPage(Policy other) {
    return new Lifting(other, pages, index, common, commonGrounds, events, refusals);
  }

  /** What an event of the system is to the pages; empty where there is no such event. */
  public Optional<Lifted> event(String name) {
    for (Lifted each : events) {
      if (each.event().name().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The name of what all pages of a refused range see of it. */
  public static String refused(String event) {
    return event + "_refused";
  }

  /** The name of what pages beside an event's own see of it. */
  public static String beside(String event) {
    return event + "_beside";
  }

  /** The parameter by which pages know what the event answers. */
  public static final String REPLY = "reply";

  /** Which pages an event asks. */
  public enum Reach {
    /** One, its first parameter. */
    PAGE,
    /** Those from its first parameter to its second. */
    RANGE,
    /** All. */
    WHOLE
  }

  /** What becomes of a range in which a page refuses. */
  public enum Manner {
    /** Nothing happens to any page, but for what the refusal itself does. */
    ALL("all"),
    /** What was done before stays; the answer is the refusing page's. */
    PREFIX("prefix"),
    /** As {@code PREFIX}, but the answer is ok where something was done. */
    PROGRESS("progress");

    private final String word;

    Manner(String word) {
      this.word = word;
    }

    /** As it is written. */
    public String word() {
      return word;
    }
  }

  /**
   * An event of the system.
   *
   * @param event as the system has it, page parameters first
   * @param each as a page sees it
   * @param reach which pages it asks
   * @param manner what becomes of a range in which a page refuses
   * @param output the output that names the first page not done, if it has one
   * @param refused what the other pages of a refused range see, where there are rows for it
   * @param beside what pages see that are not asked, where there are rows for it
   * @param globals what the pages know of all pages, in the order of the parameters for it, which come
   *     last but for {@link #REPLY}
   * @param grounds what it rests on
   */
  public record Lifted(
      Event event,
      Event each,
      Reach reach,
      Manner manner,
      Optional<String> output,
      Optional<Event> refused,
      Optional<Event> beside,
      List<Global> globals,
      Grounds grounds) {
    /** Copies the list. */
    public Lifted {
      globals = List.copyOf(globals);
    }

    /** How many arguments pages get from the caller. */
    public int own() {
      return event.parameters().size() - places();
    }

    /** How many of the event's parameters say which pages are meant; they come first. */
    public int places() {
      return switch (reach) {
        case PAGE -> 1;
        case RANGE -> 2;
        case WHOLE -> 0;
      };
    }
  }

  /**
   * What the pages that an event asks know of all pages: {@code yes} or {@code no}.
   *
   * @param name the parameter by which they know it
   * @param when the condition on the state before and the event's parameters
   * @param written the same as the unit writes it, for any number of pages
   * @param grounds what it rests on
   */
  public record Global(String name, Expression when, String written, Grounds grounds) {}

  /** What is told where the condition does not hold, and where it does. */
  public static final List<Value> NO_OR_YES = List.of(new Value("no"), new Value("yes"));

  /**
   * What a system answers before any page is asked.
   *
   * @param row as a row, without a guard: its id, events, answer and grounds
   * @param when the condition on the state and the parameters
   */
  public record Refusal(Transition row, Expression when) {}
}
