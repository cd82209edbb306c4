package dev.foliospec.diff;

import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.explore.Variant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One difference: a pair of rows that do different things, and the shortest trace that shows it.
 *
 * @param kind what differs
 * @param a what the first policy does there
 * @param b what the second policy does there
 * @param causedAt the position from 1 of the step at which the two first did different things
 * @param seenAt the position from 1 of the step at which the observer notices
 * @param flags the flags of the trace, private ones of either policy included
 * @param trace the steps in the first policy
 * @param traceB the steps in the second policy
 * @param later whether it only comes after the two have answered differently before
 * @param inEvery whether every pair of variants shows it
 * @param where the choices under which it shows, in words; empty where {@code inEvery}
 * @param variantA a variant of the first policy that shows it
 * @param variantB a variant of the second policy that shows it
 */
public record Cause(
    Kind kind,
    Deed a,
    Deed b,
    int causedAt,
    int seenAt,
    Map<String, String> flags,
    List<TraceStep> trace,
    List<TraceStep> traceB,
    boolean later,
    boolean inEvery,
    String where,
    Variant variantA,
    Variant variantB) {
  /** Copies the collections, keeping their order. */
  public Cause {
    flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
    trace = List.copyOf(trace);
    traceB = List.copyOf(traceB);
  }
}
