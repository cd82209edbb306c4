package dev.foliospec.coverage;

import dev.foliospec.check.Explorations;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Cell;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.source.SourceFile;
import dev.foliospec.syntax.CellSyntax;
import dev.foliospec.syntax.FileSyntax;
import dev.foliospec.syntax.PoliciesSyntax;
import dev.foliospec.syntax.PolicySetSyntax;
import dev.foliospec.syntax.PolicySyntax;
import dev.foliospec.syntax.RowSyntax;
import dev.foliospec.syntax.UnitSyntax;
import dev.foliospec.syntax.VocabularySyntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Which cells of some policies anything depends on.
 *
 * <p>Each cell is changed as a slip might change it; what the policies then do is compared with what
 * they do as written, and with what scenarios and properties want. A cell that can be changed without
 * anybody noticing says something that nobody has confirmed.
 *
 * @param cells the cells, in the order of policies, tables, rows and columns
 * @param policies how many there are of each policy, in order
 * @param skipped policies with rows that were not asked, because something is wrong with all policies
 *     that have them
 */
public record Coverage(
    List<CellCoverage> cells, List<PolicyCoverage> policies, List<String> skipped) {
  /** Copies the lists. */
  public Coverage {
    cells = List.copyOf(cells);
    policies = List.copyOf(policies);
    skipped = List.copyOf(skipped);
  }

  /** Is told how far the work has come. */
  public interface Progress {
    /** So many changes are judged, of so many; called from any thread. */
    void judged(int changes, int all);
  }

  /** The changes of one cell. */
  private record Task(
      Place place, Transition row, Cell cell, List<String> policies, List<Flip> flips) {}

  /**
   * Changes the cells of all rows that some files declare.
   *
   * @param written what is written
   * @param set what it means
   * @param explorations what was explored of it
   * @param files whose rows are changed
   * @param mostStates how many states a changed policy may reach
   */
  public static Coverage of(
      PolicySetSyntax written,
      PolicySet set,
      Explorations explorations,
      Set<SourceFile> files,
      int mostStates,
      Progress progress) {
    Set<String> sound = new LinkedHashSet<>();
    for (Policy policy : set.completePolicies()) {
      if (policy.sound() && explorations.of(policy).clean()) {
        sound.add(policy.name());
      }
    }
    List<Task> tasks = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    Set<String> declaring = new LinkedHashSet<>();
    Set<String> judged = new LinkedHashSet<>();
    Contents contents = new Contents();
    Map<String, PolicySetSyntax> needed = new LinkedHashMap<>();
    for (Policy policy : set.policies().values()) {
      if (!files.contains(policy.at().file()) || ownRows(policy) == 0) {
        continue;
      }
      List<Policy> heirs = heirs(policy, set, sound);
      if (!policy.sound() || heirs.isEmpty()) {
        skipped.add(policy.name());
        continue;
      }
      declaring.add(policy.name());
      heirs.forEach(heir -> judged.add(heir.name()));
      PolicySetSyntax specs =
          needed.computeIfAbsent(subject(policy), vocabulary -> of(vocabulary, written));
      tasks(policy, heirs, specs, contents, tasks);
    }
    Map<String, Jury> juries = new LinkedHashMap<>();
    needed.forEach((vocabulary, specs) -> {
      List<Policy> its = new ArrayList<>();
      for (Policy policy : set.completePolicies()) {
        if (judged.contains(policy.name()) && subject(policy).equals(vocabulary)) {
          its.add(policy);
        }
      }
      juries.put(vocabulary, new Jury(specs, set, explorations, its, mostStates));
    });
    List<CellCoverage> cells = new Work(tasks, set, juries, progress).done();
    Map<String, List<CellCoverage>> byPolicy = new LinkedHashMap<>();
    declaring.forEach(name -> byPolicy.put(name, new ArrayList<>()));
    cells.forEach(each ->
        byPolicy.computeIfAbsent(each.row().policy(), none -> new ArrayList<>()).add(each));
    List<PolicyCoverage> policies = new ArrayList<>();
    byPolicy.forEach((name, its) -> policies.add(PolicyCoverage.of(name, its)));
    return new Coverage(cells, policies, skipped);
  }

  private static int ownRows(Policy policy) {
    int rows = 0;
    for (Table table : withRows(policy).tables()) {
      for (Transition row : table.rows()) {
        rows += row.id().policy().equals(policy.name()) ? 1 : 0;
      }
    }
    return rows;
  }

  /** The policy that has the rows: of a system, what each of its pages follows. */
  private static Policy withRows(Policy policy) {
    return policy.lifting().isPresent() ? policy.lifting().get().page() : policy;
  }

  /** The vocabulary in which a policy's rows are written; a system has one of its own for runs. */
  private static String subject(Policy policy) {
    return withRows(policy).vocabulary().name();
  }

  /**
   * The policies that have what a policy declares, and are in order. Systems are asked about their own
   * rows alone: they have many states, and what pages do is asked of one page.
   */
  private static List<Policy> heirs(Policy policy, PolicySet set, Set<String> sound) {
    List<Policy> heirs = new ArrayList<>();
    for (Policy each : set.completePolicies()) {
      boolean its = each.name().equals(policy.name())
          || (each.lifting().isEmpty() && each.lineage().contains(policy.name()));
      if (sound.contains(each.name()) && its) {
        heirs.add(each);
      }
    }
    return heirs;
  }

  /** The files that speak of a vocabulary, scenarios aside. */
  private static PolicySetSyntax of(String vocabulary, PolicySetSyntax written) {
    List<FileSyntax> files = new ArrayList<>();
    for (FileSyntax file : written.files()) {
      boolean speaks = false;
      for (UnitSyntax unit : file.units()) {
        speaks |= unit instanceof VocabularySyntax read && read.name().text().equals(vocabulary);
        speaks |= unit instanceof PolicySyntax read && read.vocabulary().text().equals(vocabulary);
        speaks |=
            unit instanceof PoliciesSyntax read && read.vocabulary().text().equals(vocabulary);
      }
      if (speaks) {
        files.add(file);
      }
    }
    return new PolicySetSyntax(files);
  }

  private static void tasks(
      Policy policy,
      List<Policy> heirs,
      PolicySetSyntax specs,
      Contents contents,
      List<Task> tasks) {
    Flips flips = new Flips(contents, withRows(policy), heirs);
    for (Table table : withRows(policy).tables()) {
      for (Transition row : table.rows()) {
        Optional<Place> place =
            row.id().policy().equals(policy.name()) ? Place.of(specs, row) : Optional.empty();
        if (place.isEmpty()) {
          continue;
        }
        List<String> having = having(row, heirs);
        RowSyntax written = place.get().written();
        for (int at = 0; at < written.cells().size(); at++) {
          CellSyntax syntax = written.cells().get(at);
          for (Cell cell : row.cells()) {
            if (cell.at().equals(syntax.at())) {
              List<Flip> changes = new ArrayList<>(flips.of(table, row, written, at, cell.text()));
              changes.removeIf(flip -> !flip.readable());
              if (!changes.isEmpty()) {
                tasks.add(new Task(place.get(), row, cell, having, changes));
              }
            }
          }
        }
      }
    }
  }

  /** The policies that have a row, or rows that took its place and may say {@code base}. */
  private static List<String> having(Transition row, List<Policy> heirs) {
    List<String> having = new ArrayList<>();
    for (Policy heir : heirs) {
      boolean has = false;
      for (Table table : withRows(heir).tables()) {
        for (Transition each : table.rows()) {
          has |= each.id().equals(row.id())
              || each.replaced().contains(row.id())
              || each.split().contains(row.id());
        }
      }
      if (has) {
        having.add(heir.name());
      }
    }
    return having;
  }

  /** The work on all cells, shared among as many threads as there are processors. */
  private static final class Work {
    private final List<Task> tasks;
    private final PolicySet set;
    private final Map<String, Jury> juries;
    private final Progress progress;
    private final CellCoverage[] results;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger judged = new AtomicInteger();
    private final AtomicReference<Throwable> trouble = new AtomicReference<>();
    private int all;

    Work(List<Task> tasks, PolicySet set, Map<String, Jury> juries, Progress progress) {
      this.tasks = tasks;
      this.set = set;
      this.juries = juries;
      this.progress = progress;
      this.results = new CellCoverage[tasks.size()];
      for (Task task : tasks) {
        all += task.flips().size();
      }
    }

    List<CellCoverage> done() {
      List<Thread> others = new ArrayList<>();
      for (int at = 1; at < Runtime.getRuntime().availableProcessors(); at++) {
        Thread thread = new Thread(this::work, "coverage-" + at);
        thread.setDaemon(true);
        thread.start();
        others.add(thread);
      }
      work();
      try {
        for (Thread each : others) {
          each.join();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
      Throwable failed = trouble.get();
      if (failed instanceof Error error) {
        throw error;
      }
      if (failed != null) {
        throw new IllegalStateException(failed);
      }
      return List.of(results);
    }

    private void work() {
      try {
        for (int at = next.getAndIncrement();
            at < tasks.size() && trouble.get() == null;
            at = next.getAndIncrement()) {
          results[at] = judge(tasks.get(at));
        }
      } catch (RuntimeException | Error e) {
        trouble.compareAndSet(null, e);
      }
    }

    private CellCoverage judge(Task task) {
      Policy policy = set.policies().get(task.row().id().policy());
      Jury jury = policy == null ? null : juries.get(subject(policy));
      if (jury == null) {
        throw new IllegalStateException("nobody judges " + task.row().id());
      }
      List<FlipCoverage> flips = new ArrayList<>();
      for (Flip flip : task.flips()) {
        flips.add(jury.judge(flip, task.place(), task.policies()));
        progress.judged(judged.incrementAndGet(), all);
      }
      return new CellCoverage(
          task.row().id(),
          task.cell().heading(),
          task.cell().text(),
          task.cell().at(),
          flips);
    }
  }

  /** A note for each cell with a change that nothing notices. */
  public List<Diagnostic> notes() {
    List<Diagnostic> notes = new ArrayList<>();
    for (CellCoverage cell : cells) {
      List<FlipCoverage> unnoticed = cell.unnoticed();
      if (unnoticed.isEmpty()) {
        continue;
      }
      int effective = 0;
      for (FlipCoverage flip : cell.flips()) {
        effective += flip.noticed() == Noticed.NO_EFFECT ? 0 : 1;
      }
      notes.add(Diagnostic.of(
              Rule.UNCONSTRAINED_CELL,
              cell.at(),
              "row " + cell.row().id() + ": nothing notices if `" + cell.column() + "` is "
                  + listed(unnoticed))
          .withLabel(
              unnoticed.size() == effective
                  ? "nothing depends on this"
                  : "of " + effective + " changes, " + (effective - unnoticed.size())
                      + (effective - unnoticed.size() == 1 ? " is noticed" : " are noticed")));
    }
    return notes;
  }

  private static String listed(List<FlipCoverage> flips) {
    StringBuilder text = new StringBuilder();
    int shown = flips.size() <= 4 ? flips.size() : 3;
    for (int at = 0; at < shown; at++) {
      boolean last = at == flips.size() - 1;
      text.append(at == 0 ? "" : last ? " or " : ", ");
      text.append(flips.get(at).brief());
    }
    return shown == flips.size()
        ? text.toString()
        : text.append(" or ").append(flips.size() - shown).append(" others").toString();
  }
}
