package dev.foliospec.benchmarks;

import foliospec.generated.guest_memfd.Attr;
import foliospec.generated.guest_memfd.Contents;
import foliospec.generated.guest_memfd.Dm;
import foliospec.generated.guest_memfd.Error;
import foliospec.generated.guest_memfd.Event;
import foliospec.generated.guest_memfd.Flush;
import foliospec.generated.guest_memfd.Folio;
import foliospec.generated.guest_memfd.Outputs;
import foliospec.generated.guest_memfd.Stage2;
import foliospec.generated.guest_memfd.YesNo;
import foliospec.generated.guest_memfd.rfc2024.sev.Config;
import foliospec.generated.guest_memfd.rfc2024.sev.Effect;
import foliospec.generated.guest_memfd.rfc2024.sev.Row;
import foliospec.generated.guest_memfd.rfc2024.sev.State;
import foliospec.generated.guest_memfd.rfc2024.sev.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What one would write by hand for {@code rfc2024.sev} over the same types: a switch over events, split
 * into a method for each, effects made once, states built in one go.
 */
final class SplitSwitch {
  private static final List<Effect> NOTHING = List.of();
  private static final List<Effect> GRAB = List.of(Effect.FILEMAP_GRAB_FOLIO);
  private static final List<Effect> FLUSH = List.of(Effect.FLUSH_DCACHE_FOLIO);

  /** Of a fault, by: memory there already, private, flush on fault. */
  private static final List<List<Effect>> FAULT = faults();

  /** Of the end of a use, by: memory there, zap, flush on fault; to private, then to shared. */
  private static final List<List<Effect>> TO_PRIVATE = conversions(true);

  private static final List<List<Effect>> TO_SHARED = conversions(false);

  private SplitSwitch() {}

  private static List<List<Effect>> faults() {
    List<List<Effect>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      List<Effect> list = new ArrayList<>();
      if ((i & 4) == 0) {
        list.add(Effect.FILEMAP_GRAB_FOLIO);
      }
      list.add(Effect.CLEAR_HIGHPAGE);
      if ((i & 2) != 0) {
        list.add(Effect.SEV_GMEM_PREPARE);
      }
      list.add(Effect.FOLIO_MARK_UPTODATE);
      if ((i & 1) != 0) {
        list.add(Effect.FLUSH_DCACHE_FOLIO);
      }
      all.add(List.copyOf(list));
    }
    return List.copyOf(all);
  }

  private static List<List<Effect>> conversions(boolean unmap) {
    List<List<Effect>> all = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      boolean flush = (i & 1) == 0;
      List<Effect> list = new ArrayList<>();
      if (unmap) {
        list.add(Effect.UNMAP_MAPPING_PAGES);
        if (flush) {
          list.add(Effect.FLUSH_CACHE_RANGE);
        }
      }
      if ((i & 2) != 0) {
        list.add(Effect.KVM_UNMAP_GFN_RANGE);
        if (flush) {
          list.add(Effect.KVM_FLUSH_REMOTE_TLBS);
        }
      }
      if ((i & 4) != 0) {
        list.add(Effect.FOLIO_CLEAR_UPTODATE);
      }
      if (!unmap && (i & 8) != 0) {
        list.add(Effect.SET_DIRECT_MAP_DEFAULT_NOFLUSH);
      }
      all.add(List.copyOf(list));
    }
    return List.copyOf(all);
  }

  static Step step(Config c, State s, Event event) {
    return switch (event.kind()) {
      case HOST_READ -> hostRead(c, s);
      case HOST_WRITE -> hostWrite(c, s);
      case ALLOCATE -> allocate(s);
      case CONVERT -> convert(c, s, ((Event.Convert) event).to());
      case GUEST_READ -> guestRead(s, ((Event.GuestRead) event).as());
      case GUEST_WRITE -> guestWrite(s, ((Event.GuestWrite) event).as());
      default -> new Step(Step.Kind.LACKING, null, null, s, Outputs.NONE, NOTHING);
    };
  }

  private static int fault(State s, boolean flush) {
    return (s.folio() == Folio.PRESENT ? 4 : 0)
        | (s.attr() == Attr.PRIVATE ? 2 : 0)
        | (flush ? 1 : 0);
  }

  private static Step ok(Row row, State next, Outputs outputs, List<Effect> effects) {
    return new Step(Step.Kind.OK, row, null, next, outputs, effects);
  }

  private static Step hostRead(Config c, State s) {
    if (s.hostMap() == YesNo.YES) {
      return ok(Row.HR1, s, Outputs.sees(s.contents()), NOTHING);
    }
    if (s.attr() == Attr.PRIVATE) {
      return new Step(Step.Kind.REFUSED, Row.HX1, Error.SIGBUS, s, Outputs.NONE, NOTHING);
    }
    boolean flush = c.flush() == Flush.ON_FAULT;
    if (s.uptodate() == YesNo.YES) {
      State next = with(s, s.folio(), YesNo.YES, YesNo.YES, s.stage2(), s.contents());
      return ok(Row.HR2, next, Outputs.sees(s.contents()), flush ? FLUSH : NOTHING);
    }
    State next = with(s, Folio.PRESENT, YesNo.YES, YesNo.YES, s.stage2(), Contents.ZEROS);
    return ok(Row.HR4, next, Outputs.sees(Contents.ZEROS), FAULT.get(fault(s, flush)));
  }

  private static Step hostWrite(Config c, State s) {
    if (s.hostMap() == YesNo.YES) {
      State next = with(s, s.folio(), s.uptodate(), YesNo.YES, s.stage2(), Contents.HOST_DATA);
      return ok(Row.HW1, next, Outputs.NONE, NOTHING);
    }
    if (s.attr() == Attr.PRIVATE) {
      return new Step(Step.Kind.REFUSED, Row.HX1, Error.SIGBUS, s, Outputs.NONE, NOTHING);
    }
    boolean flush = c.flush() == Flush.ON_FAULT;
    State next = with(s, Folio.PRESENT, YesNo.YES, YesNo.YES, s.stage2(), Contents.HOST_DATA);
    return s.uptodate() == YesNo.YES
        ? ok(Row.HW2, next, Outputs.NONE, flush ? FLUSH : NOTHING)
        : ok(Row.HW4, next, Outputs.NONE, FAULT.get(fault(s, flush)));
  }

  private static Step allocate(State s) {
    return s.folio() == Folio.PRESENT
        ? ok(Row.AL2, s, Outputs.NONE, NOTHING)
        : ok(
            Row.AL1,
            with(s, Folio.PRESENT, s.uptodate(), s.hostMap(), s.stage2(), s.contents()),
            Outputs.NONE,
            GRAB);
  }

  private static Stage2 mapped(Attr as) {
    return as == Attr.PRIVATE ? Stage2.PRIVATE : Stage2.SHARED;
  }

  private static Step guestRead(State s, Attr as) {
    Stage2 mapping = mapped(as);
    if (s.stage2() == mapping) {
      return ok(Row.GR1, s, Outputs.sees(s.contents()), NOTHING);
    }
    if (s.attr() != as) {
      return new Step(
          Step.Kind.REFUSED, Row.GX1, Error.MEMORY_FAULT, s, Outputs.asked(as), NOTHING);
    }
    if (s.uptodate() == YesNo.YES) {
      State next = with(s, s.folio(), YesNo.YES, s.hostMap(), mapping, s.contents());
      return ok(Row.GR2, next, Outputs.sees(s.contents()), NOTHING);
    }
    State next = with(s, Folio.PRESENT, YesNo.YES, s.hostMap(), mapping, Contents.ZEROS);
    return ok(Row.GR4, next, Outputs.sees(Contents.ZEROS), FAULT.get(fault(s, false)));
  }

  private static Step guestWrite(State s, Attr as) {
    Stage2 mapping = mapped(as);
    Contents written = as == Attr.PRIVATE ? Contents.GUEST_PRIVATE : Contents.GUEST_SHARED;
    if (s.stage2() == mapping) {
      State next = with(s, s.folio(), s.uptodate(), s.hostMap(), mapping, written);
      return ok(Row.GW1, next, Outputs.NONE, NOTHING);
    }
    if (s.attr() != as) {
      return new Step(
          Step.Kind.REFUSED, Row.GX1, Error.MEMORY_FAULT, s, Outputs.asked(as), NOTHING);
    }
    State next = with(s, Folio.PRESENT, YesNo.YES, s.hostMap(), mapping, written);
    return s.uptodate() == YesNo.YES
        ? ok(Row.GW2, next, Outputs.NONE, NOTHING)
        : ok(Row.GW4, next, Outputs.NONE, FAULT.get(fault(s, false)));
  }

  private static Step convert(Config c, State s, Attr to) {
    if (s.attr() == to) {
      return ok(Row.C1, s, Outputs.NONE, NOTHING);
    }
    boolean zap = c.zapOnConversion() == YesNo.YES;
    int which = (c.flush() == Flush.ON_FAULT ? 1 : 0)
        | (zap ? 2 : 0)
        | (s.folio() == Folio.PRESENT ? 4 : 0)
        | (s.dm() == Dm.REMOVED ? 8 : 0);
    YesNo uptodate = s.folio() == Folio.PRESENT ? YesNo.NO : s.uptodate();
    Stage2 stage2 = zap ? Stage2.NONE : s.stage2();
    if (to == Attr.PRIVATE) {
      State next = new State(
          to,
          s.folio(),
          uptodate,
          YesNo.NO,
          s.extraRefs(),
          stage2,
          s.phase(),
          s.poisoned(),
          s.bound(),
          s.dm(),
          s.size(),
          s.contents(),
          s.detachedPin());
      return ok(zap ? Row.C2 : Row.C3, next, Outputs.NONE, TO_PRIVATE.get(which));
    }
    State next = new State(
        to,
        s.folio(),
        uptodate,
        s.hostMap(),
        s.extraRefs(),
        stage2,
        s.phase(),
        s.poisoned(),
        s.bound(),
        Dm.KEPT,
        s.size(),
        s.contents(),
        s.detachedPin());
    return ok(zap ? Row.C4 : Row.C5, next, Outputs.NONE, TO_SHARED.get(which));
  }

  private static State with(
      State s, Folio folio, YesNo uptodate, YesNo hostMap, Stage2 stage2, Contents contents) {
    return new State(
        s.attr(),
        folio,
        uptodate,
        hostMap,
        s.extraRefs(),
        stage2,
        s.phase(),
        s.poisoned(),
        s.bound(),
        s.dm(),
        s.size(),
        contents,
        s.detachedPin());
  }
}
