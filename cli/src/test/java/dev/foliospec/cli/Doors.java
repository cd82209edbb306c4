package dev.foliospec.cli;

/** A small subject for the tests of commands. */
final class Doors {
  /** What policies of doors share. */
  static final String VOCABULARY = """
      vocabulary door
      source S "The manual of doors"
      actor host
      type Key = right | wrong
      var locked : no | yes = yes
      var open   : no | yes = no
      flag alarm : no | yes
      trait rings : no | yes
      event push(key: Key) by host answers sees: Key
      event pull by host only when open = yes
      error EKEY ## the wrong key
      effect ring
      """;

  /** Two policies that differ in one cell. */
  static final String POLICIES = """
      policy p.plain of door
      trait rings = no
      table pushing on push where open = no source S
      | row | key   | locked || answer      | sees | locked' | open' | effects |
      |-----|-------|--------||-------------|------|---------|-------|---------|
      | P1  | right | -      || ok          | key  | no      | yes   | none    |
      | P2  | wrong | no     || ok          | -    | =       | yes   | none    |
      | P3  | wrong | yes    || refuse EKEY | -    | =       | =     | none    | ## try another

      table pushing_open on push where open = yes source S
      | row | key || answer |
      |-----|-----||--------|
      | P4  | -   || ok     |

      table pulling on pull source S
      | row | locked || answer | open' |
      |-----|--------||--------|-------|
      | L1  | -      || ok     | no    |

      policy p.loud of door extends p.plain
      trait rings = yes
      override pushing
      | row | replaces | key   | locked | alarm | rings || answer      | sees | locked' | open' | effects | source |
      |-----|----------|-------|--------|-------|-------||-------------|------|---------|-------|---------|--------|
      | A3  | P3       | wrong | yes    | -     | yes   || fail EKEY   | -    | =       | =     | ring    | S      |
      """;

  /** A policy that stands for two. */
  static final String OPEN = """
      policy p.open of door extends p.plain
      trait rings = no / yes
      override pushing
      | row | splits | key   | locked | rings || answer      | sees | locked' | open' | effects | source |
      |-----|--------|-------|--------|-------||-------------|------|---------|-------|---------|--------|
      | O1  | P3     | wrong | yes    | yes   || fail EKEY   | -    | =       | =     | ring    | S      |
      """;

  private Doors() {}

  /** Writes both under {@code specs}. */
  static Folders in(Folders folders) {
    folders.write("specs/door.folio", VOCABULARY);
    folders.write("specs/policies.folio", POLICIES);
    return folders;
  }
}
