package dev.foliospec.cli;

/** A small system: frames that are given away together, unless somebody holds one of them. */
final class Frames {
  private static final String TEXT = """
      vocabulary frame

      source S "a sketch"

      actor host

      var given  : no | yes = no
      var mapped : no | yes = yes
      var held   : no | yes = no
      var phase  : open | shut = open

      event hold by host
      event give by host
      event shut by host

      error EAGAIN
      error EINVAL

      policy f.one of frame

      table holding on hold source S
      | row || answer | held' |
      |-----||--------|-------|
      | H1  || ok     | yes   |

      table shutting on shut source S
      | row || answer | phase' |
      |-----||--------|--------|
      | S1  || ok     | shut   |

      table giving on give source S
      | row | held || answer      | given' | mapped' |
      |-----|------||-------------|--------|---------|
      | G1  | no   || ok          | yes    | no      |
      | G2  | yes  || fail EAGAIN | =      | no      |

      system f.two of frame extends f.one pages 2 source S

      common phase source S

      range give all answers at source S
      whole shut source S

      global done on give when every p: given[p] = yes source S

      refuse R1 EINVAL on give when phase = shut source S

      delete G1, G2 because "it depends on all of them" source S

      table giving_some on give source S
      | row | done | held || answer      | given' | mapped' |
      |-----|------|------||-------------|--------|---------|
      | D1  | yes  | -    || ok          | =      | =       |
      | D2  | no   | no   || ok          | yes    | no      |
      | D3  | no   | yes  || fail EAGAIN | =      | no      |

      table unmapped_anyway on give_refused source S
      | row || answer | mapped' |
      |-----||--------|---------|
      | U1  || ok     | no      |
      """;

  private Frames() {}

  /** Adds the system to a folder of specs. */
  static Folders in(Folders at) {
    at.write("specs/frames.folio", TEXT);
    return at;
  }
}
