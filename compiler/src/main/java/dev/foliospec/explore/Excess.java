package dev.foliospec.explore;

import dev.foliospec.diagnostic.Rule;
import dev.foliospec.source.Span;

/**
 * Why an exploration stopped early or never began.
 *
 * @param rule the bound
 * @param message what is beyond it
 * @param covered what was explored before, in words; empty if nothing was
 * @param at where it shows
 */
public record Excess(Rule rule, String message, String covered, Span at) {
  Excess(Rule rule, String message, Span at) {
    this(rule, message, "", at);
  }
}
