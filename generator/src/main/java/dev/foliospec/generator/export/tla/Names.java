package dev.foliospec.generator.export.tla;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Identifiers of one module. All of a module's operators, variables, constants and bound names are
 * different, for TLA+ takes none twice; names of several kinds that are spelled alike are told apart by
 * an ending.
 */
final class Names {
  private static final Set<String> TAKEN = Set.of(
      ("ACTION ASSUME ASSUMPTION AXIOM BY CASE CHOOSE CONSTANT CONSTANTS COROLLARY DEF DEFINE DEFS"
              + " DOMAIN ELSE ENABLED EXCEPT EXTENDS HAVE HIDE IF IN INSTANCE LAMBDA LEMMA LET LOCAL"
              + " MODULE NEW OBVIOUS OMITTED ONLY OTHER PICK PROOF PROPOSITION PROVE QED RECURSIVE"
              + " SF_ STATE STRING SUBSET SUFFICES TAKE TEMPORAL THEN THEOREM UNCHANGED UNION USE"
              + " VARIABLE VARIABLES WF_ WITH WITNESS BOOLEAN TRUE FALSE"
              // What the modules that are extended define, and the cfg file's own words.
              + " Nat Int Seq Len Append Head Tail SubSeq SelectSeq Naturals Integers Sequences TLC"
              + " ACTION_CONSTRAINT ACTION_CONSTRAINTS ALIAS CHECK_DEADLOCK CONSTRAINT CONSTRAINTS"
              + " INIT INVARIANT INVARIANTS NEXT POSTCONDITION PROPERTIES PROPERTY SPECIFICATION"
              + " SYMMETRY TYPE TYPE_CONSTRAINT VIEW _PERIODIC")
          .split(" "));

  private final Set<String> used = new HashSet<>(TAKEN);
  private final Map<String, String> given = new HashMap<>();

  /** The identifier of a thing, the same each time. */
  String of(String kind, String name) {
    return given.computeIfAbsent(kind + " " + name, key -> fresh(name, kind));
  }

  /** The identifier of a thing that is called by another name, if that is free. */
  String of(String kind, String name, String wanted) {
    return given.computeIfAbsent(kind + " " + name, key -> fresh(wanted, kind));
  }

  /** An identifier that nothing else has. */
  private String fresh(String name, String ending) {
    String base = identifier(name);
    String wanted = base;
    if (!used.add(wanted)) {
      wanted = base + "_" + ending;
      for (int number = 2; !used.add(wanted); number++) {
        wanted = base + "_" + ending + number;
      }
    }
    return wanted;
  }

  /** Keeps letters and digits; what TLA+ or its tools would read as something else gets a prefix. */
  static String identifier(String name) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      boolean plain = c < 0x80 && Character.isLetterOrDigit(c);
      text.append(plain ? c : '_');
    }
    String base = text.toString();
    boolean begins = !base.isEmpty() && Character.isLetter(base.charAt(0));
    String upper = base.toUpperCase(Locale.ROOT);
    return begins && !upper.startsWith("WF_") && !upper.startsWith("SF_") ? base : "r_" + base;
  }
}
