package dev.foliospec.compile;

import dev.foliospec.engine.Budget;
import java.util.List;
import java.util.Optional;

/**
 * How files are compiled.
 *
 * @param strict whether gaps and overlaps at unreachable points are errors
 * @param notes whether findings that ask for nothing are reported too
 * @param mostStates how many reachable states a policy may have
 * @param budget what exploring may use
 * @param pages how many pages each system has, instead of those that it says
 * @param only the policies that are bound and checked, with what they build on, scenarios aside; all
 *     policies and scenarios where none are named
 */
public record CompileOptions(
    boolean strict,
    boolean notes,
    int mostStates,
    Budget budget,
    Optional<Integer> pages,
    List<String> only) {
  /** Copies the list. */
  public CompileOptions {
    only = List.copyOf(only);
  }

  /** What holds unless something else is asked for. */
  public static final CompileOptions USUAL =
      new CompileOptions(false, false, 5_000_000, Budget.usual(), Optional.empty(), List.of());

  /** The same, with gaps and overlaps at unreachable points as errors. */
  public CompileOptions withStrict(boolean asked) {
    return new CompileOptions(asked, notes, mostStates, budget, pages, only);
  }

  /** The same, with findings that ask for nothing. */
  public CompileOptions withNotes(boolean asked) {
    return new CompileOptions(strict, asked, mostStates, budget, pages, only);
  }

  /** The same, with another bound on reachable states. */
  public CompileOptions withMostStates(int most) {
    return new CompileOptions(strict, notes, most, budget, pages, only);
  }

  /** The same, with each system of so many pages, whatever it says. */
  public CompileOptions withPages(int asked) {
    return new CompileOptions(strict, notes, mostStates, budget, Optional.of(asked), only);
  }

  /** The same, with exploring using so much. */
  public CompileOptions withBudget(Budget budget) {
    return new CompileOptions(strict, notes, mostStates, budget, pages, only);
  }

  /** The same, for those who ask about some policies alone. */
  public CompileOptions withOnly(List<String> policies) {
    return new CompileOptions(strict, notes, mostStates, budget, pages, policies);
  }
}
