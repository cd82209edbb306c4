package dev.foliospec.check;

import dev.foliospec.source.Span;
import dev.foliospec.syntax.DeclarationSyntax;
import dev.foliospec.syntax.FileSyntax;
import dev.foliospec.syntax.GlobalSyntax;
import dev.foliospec.syntax.PolicySetSyntax;
import dev.foliospec.syntax.PropertySyntax;
import dev.foliospec.syntax.RefusalSyntax;
import dev.foliospec.syntax.UnitSyntax;
import java.util.HashSet;
import java.util.Set;

/** What properties name: it counts as used, although no row uses it. */
final class Claims {
  private Claims() {}

  /** Every word of every property, and of what systems say of all their pages. */
  static Set<String> words(PolicySetSyntax written) {
    Set<String> words = new HashSet<>();
    for (FileSyntax file : written.files()) {
      for (UnitSyntax unit : file.units()) {
        for (DeclarationSyntax member : unit.members()) {
          if (member instanceof PropertySyntax
              || member instanceof GlobalSyntax
              || member instanceof RefusalSyntax) {
            add(member.at(), words);
          }
        }
      }
    }
    return words;
  }

  private static void add(Span at, Set<String> words) {
    String text = at.text();
    int start = 0;
    for (int end = 0; end <= text.length(); end++) {
      if (end == text.length() || !isPart(text.charAt(end))) {
        if (end > start) {
          words.add(text.substring(start, end));
        }
        start = end + 1;
      }
    }
  }

  private static boolean isPart(char each) {
    return each == '_'
        || (each >= '0' && each <= '9')
        || (each >= 'a' && each <= 'z')
        || (each >= 'A' && each <= 'Z');
  }
}
