package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.source.Span;
import dev.foliospec.syntax.FileSyntax;
import dev.foliospec.syntax.UnitSyntax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Where something could not be read. What is left out there makes gaps that nobody wrote, so a unit
 * with such a place is bound, and not asked about its behaviour.
 */
final class Damage {
  private final List<Span> places = new ArrayList<>();
  private final Set<UnitSyntax> units = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * The damage in some files.
   *
   * @param found what was wrong with their writing, and nothing else
   */
  Damage(List<FileSyntax> files, Diagnostics found) {
    if (!found.hasErrors()) {
      return;
    }
    for (Diagnostic each : found.inReadingOrder()) {
      if (each.severity() == Severity.ERROR) {
        places.add(each.at().at());
      }
    }
    for (FileSyntax file : files) {
      for (int at = 0; at < file.units().size(); at++) {
        UnitSyntax unit = file.units().get(at);
        int end = at + 1 < file.units().size()
            ? file.units().get(at + 1).at().start()
            : file.source().text().length() + 1;
        if (within(new Span(file.source(), unit.at().start(), Math.max(unit.at().start(), end)))) {
          units.add(unit);
        }
      }
    }
  }

  /** Whether something in a unit could not be read. */
  boolean in(UnitSyntax unit) {
    return units.contains(unit);
  }

  /** Whether something within a stretch could not be read. */
  boolean within(Span stretch) {
    return places.stream()
        .anyMatch(place -> place.file() == stretch.file()
            && place.start() >= stretch.start()
            && place.start() < stretch.end());
  }
}
