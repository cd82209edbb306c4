package dev.foliospec.generator.export;

import java.util.List;

/**
 * A table to be shown.
 *
 * @param title what stands above it
 * @param doc its documentation, or empty
 * @param headings its columns
 * @param divider before which column {@code ||} stands; 0 for none
 * @param rows its lines, each as wide as the headings
 */
record Sheet(
    String title, String doc, List<String> headings, int divider, List<List<String>> rows) {
  /** Copies the lists. */
  Sheet {
    headings = List.copyOf(headings);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
