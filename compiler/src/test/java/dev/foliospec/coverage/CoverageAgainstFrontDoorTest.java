package dev.foliospec.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is said of each change of each cell is what the whole compiler says of the changed text. */
class CoverageAgainstFrontDoorTest {
  private static final String SPECS = """
      vocabulary shelf

      source K "the sketch"

      actor host
      actor guest

      type Kind = empty | book | vase
      var on       : Kind = empty
      var lock     : no | yes = no
      hidden var dust : 0..1 = 0
      var visits   : 0..1 = 0

      flag lit : no | yes
      chance draught : no | yes = no

      event put(what: Kind) by host
      event take            by host answers got: Kind
      event look            by guest answers sees: Kind, dusty: 0..1
      event turn            by host
      event sweep           by host

      effect place
      effect open
      effect shut
      effect brush
      effect remove ensures on' = empty
      error EBUSY, ENOENT, EPERM, EIO

      ghost puts : 0..2 = 0, +1 on place

      abstract policy base of shelf

      step opened source K
      | row | lock || effects    |
      |-----|------||------------|
      | O1  | no   || open, shut |
      | O2  | yes  || none       |

      table locked checks on put, take source K
      | row | event | lock | on    || answer       |
      |-----|-------|------|-------||--------------|
      | L0  | take  | -    | empty || pass         |
      | L1  | -     | yes  | -     || refuse EPERM |

      table putting on put where lock = no source K
      | row | what   | on     | draught || answer      | on'  | dust' | effects          |
      |-----|--------|--------|---------||-------------|------|-------|------------------|
      | P1  | empty  | -      | -       || refuse EIO  | =    | =     | none             |
      | P2  | !empty | empty  | no      || ok          | what | =     | do opened, place |
      | P3  | !empty | empty  | yes     || fail EIO    | =    | 1     | do opened        |
      | P4  | !empty | !empty | -       || refuse EBUSY | =   | =     | none             |

      table taking on take where lock = no or on = empty source K
      | row | on     || answer        | got | on'   | effects           |
      |-----|--------||---------------|-----|-------|-------------------|
      | T1  | empty  || refuse ENOENT | -   | =     | none              |
      | T2  | !empty || ok            | on  | empty | do opened, remove |

      table looking on look source K
      | row | lit || answer    | sees | dusty | visits' |
      |-----|-----||-----------|------|-------|---------|
      | K1  | yes || ok        | on   | dust  | 1       |
      | K2  | no  || refuse EIO | -   | -     | =       |

      table turning on turn source K
      | row | lock || answer | lock' |
      |-----|------||--------|-------|
      | U1  | no   || ok     | yes   |
      | U2  | yes  || ok     | no    |

      table sweeping on sweep source K
      | row || answer | dust' | effects |
      |-----||--------|-------|---------|
      | S1  || ok     | 0     | brush   |

      policy plain of shelf extends base refines promise

      policy promise of shelf

      table anything on put, take, look, turn, sweep source K
      | row | event       || answer                        | got | sees | dusty | on' |
      |-----|-------------||-------------------------------|-----|------|-------|-----|
      | A1  | put         || ok or EBUSY, EIO, EPERM       | -   | -    | -     | any |
      | A2  | take        || ok or ENOENT, EPERM           | any | -    | -     | any |
      | A3  | look        || ok or EIO                     | -   | any  | any   | =   |
      | A4  | turn, sweep || ok                            | -   | -    | -     | =   |

      policy strict of shelf extends base

      override taking
      | row | replaces | splits | on   | dust || answer      | got  | on' | effects | source |
      |-----|----------|--------|------|------||-------------|------|-----|---------|--------|
      | T3  | -        | T2     | vase | -    || refuse EBUSY | -   | =   | none    | K      |

      override looking
      | row | replaces | lit || answer    | sees | dusty | visits' | source |
      |-----|----------|-----||-----------|------|-------|---------|--------|
      | K3  | K1       | yes || ok        | base | base  | base    | K      |

      scenarios of shelf

      scenario bought "what is put can be seen and taken"
        for plain, strict
        with lit = yes
        source K
      | event     | answer | sees  | got  |
      |-----------|--------|-------|------|
      | put(book) | ok     | -     | -    |
      | look      | ok     | book  | -    |
      | put(vase) | EBUSY  | -     | -    |
      | take      | ok     | -     | book |
      | look      | ok     | empty | -    |
      | take      | ENOENT | -     | -    |

      scenario shut_up
        for plain
        source K
      | event     | answer |
      |-----------|--------|
      | turn      | ok     |
      | put(book) | EPERM  |

      property open_before_place
        source K
        after put when effects include place: effects order open < shut

      property never_twice
        source K
        always on = empty implies puts <= 2

      property nothing_falls
        source K
        after put when refused: on' = on

      property reachable_dust
        source K
        reachable dust = 1

      property seen
        source K
        from lock = yes can reach lock = no by host
      """;

  private static final String SYSTEM = """
      vocabulary leaf

      source K "the sketch"

      actor host

      type Attr = private | shared
      var attr   : Attr = shared
      var mapped : no | yes = no
      var pinned : no | yes = no

      event read              by host
      event pin               by host only when pinned = no
      event unpin             by host only when pinned = yes
      event convert(to: Attr) by host

      effect unmap ensures mapped' = no
      effect note
      error EAGAIN, SIGBUS

      policy page of leaf

      table access on read, pin source K
      | row | event | attr    || answer        | mapped' | pinned' | effects |
      |-----|-------|---------||---------------|---------|---------|---------|
      | A1  | read  | shared  || ok            | yes     | =       | none    |
      | A2  | pin   | shared  || ok            | yes     | yes     | none    |
      | A3  | -     | private || refuse SIGBUS | =       | =       | none    |

      table unpinning on unpin source K
      | row || answer | pinned' |
      |-----||--------|---------|
      | U1  || ok     | no      |

      table conversion on convert source K
      | row | to      | attr    | pinned || answer      | attr' | mapped' | effects |
      |-----|---------|---------|--------||-------------|-------|---------|---------|
      | C1  | =attr   | -       | -      || ok          | =     | =       | none    |
      | C2  | private | shared  | yes    || fail EAGAIN | =     | no      | unmap   |
      | C3  | private | shared  | no     || ok          | to    | no      | unmap   |
      | C4  | shared  | private | -      || ok          | to    | =       | note    |

      system leaves of leaf extends page pages 2 source K

      range convert all answers error_offset

      table unmapped_anyway on convert_refused
      | row | reply  | mapped || answer | mapped' | effects     |
      |-----|--------|--------||--------|---------|-------------|
      | X1  | EAGAIN | yes    || ok     | no      | unmap, note |
      | X2  | EAGAIN | no     || ok     | =       | none        |

      override access
      | row | replaces | event | attr    || answer        | mapped' | pinned' | effects |
      |-----|----------|-------|---------||---------------|---------|---------|---------|
      | A4  | A3       | -     | private || refuse EAGAIN | =       | =       | none    |

      property refused_means_unmapped
        source K
        after convert when answer = EAGAIN: every p: (first <= p and p <= last implies mapped[p]' = no)

      scenarios of leaves

      scenario held "who holds one of two pages keeps both from being converted"
        for leaves
        source K
      | event                  | answer | error_offset |
      |------------------------|--------|--------------|
      | convert(0, 0, private) | ok     | -            |
      | read(0)                | EAGAIN | -            |
      | convert(0, 1, shared)  | ok     | -            |
      | pin(1)                 | ok     | -            |
      | convert(0, 1, private) | EAGAIN | 1            |
      """;

  private static List<SourceFile> files(String text) {
    return List.of(new SourceFile("shelf.folio", text));
  }

  private static void agree(FrontDoor door, Coverage coverage) {
    List<String> told = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (CellCoverage cell : coverage.cells()) {
      for (FlipCoverage flip : cell.flips()) {
        String change =
            cell.row() + " " + cell.column() + ": " + cell.text() + " -> " + flip.becomes() + " ";
        told.add(change + flip.noticed());
        found.add(change + door.notices(cell, flip));
      }
    }
    assertThat(told).isNotEmpty().containsExactlyElementsOf(found);
  }

  @Test
  void theSketchIsInOrderButForWhatNothingFeels() {
    assertThat(new FrontDoor(files(SPECS)).original().diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("`visits` is written and never read", "row O2 never applies");
  }

  @Test
  void everyChangeIsNoticedByWhatTheWholeCompilerFinds() {
    FrontDoor door = new FrontDoor(files(SPECS));
    Coverage coverage = door.coverage();

    agree(door, coverage);

    Set<Noticed> seen = new TreeSet<>();
    coverage.cells().forEach(cell -> cell.flips().forEach(flip -> seen.add(flip.noticed())));
    assertThat(seen)
        .containsExactly(
            Noticed.SCENARIO,
            Noticed.PROPERTY,
            Noticed.REFINEMENT,
            Noticed.CHECK,
            Noticed.NOTHING,
            Noticed.NO_EFFECT);
  }

  @Test
  void soIsEveryChangeOfTheRowsOfASystem() {
    FrontDoor door = new FrontDoor(files(SYSTEM));
    assertThat(door.original().diagnostics()).extracting(Diagnostic::message).isEmpty();
    Coverage coverage = door.coverage();
    List<CellCoverage> its = coverage.cells().stream()
        .filter(cell -> cell.row().policy().equals("leaves"))
        .toList();

    agree(door, new Coverage(its, List.of(), List.of()));

    Set<Noticed> seen = new TreeSet<>();
    its.forEach(cell -> cell.flips().forEach(flip -> seen.add(flip.noticed())));
    assertThat(seen)
        .containsExactly(
            Noticed.SCENARIO, Noticed.PROPERTY, Noticed.CHECK, Noticed.NOTHING, Noticed.NO_EFFECT);
  }
}
