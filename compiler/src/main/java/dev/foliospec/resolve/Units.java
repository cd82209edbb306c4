package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.syntax.ActorSyntax;
import dev.foliospec.syntax.CardSyntax;
import dev.foliospec.syntax.ChanceSyntax;
import dev.foliospec.syntax.DeclarationSyntax;
import dev.foliospec.syntax.DefineSyntax;
import dev.foliospec.syntax.DeleteSyntax;
import dev.foliospec.syntax.EffectSyntax;
import dev.foliospec.syntax.ErrorSyntax;
import dev.foliospec.syntax.EventSyntax;
import dev.foliospec.syntax.FlagFixSyntax;
import dev.foliospec.syntax.FlagSyntax;
import dev.foliospec.syntax.InitSyntax;
import dev.foliospec.syntax.LacksSyntax;
import dev.foliospec.syntax.MapSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.NamedTypeSyntax;
import dev.foliospec.syntax.ObserverSyntax;
import dev.foliospec.syntax.PropertySyntax;
import dev.foliospec.syntax.ScenarioSyntax;
import dev.foliospec.syntax.SetSyntax;
import dev.foliospec.syntax.SourceSyntax;
import dev.foliospec.syntax.TableSyntax;
import dev.foliospec.syntax.TraitSettingSyntax;
import dev.foliospec.syntax.TraitSyntax;
import dev.foliospec.syntax.VariableSyntax;
import java.util.List;
import java.util.Set;

/** What may stand in which kind of unit. */
final class Units {
  static final Set<Class<?>> IN_VOCABULARY = Set.of(
      SourceSyntax.class,
      ActorSyntax.class,
      NamedTypeSyntax.class,
      SetSyntax.class,
      MapSyntax.class,
      VariableSyntax.class,
      FlagSyntax.class,
      TraitSyntax.class,
      ChanceSyntax.class,
      InitSyntax.class,
      EventSyntax.class,
      EffectSyntax.class,
      ErrorSyntax.class,
      DefineSyntax.class,
      ObserverSyntax.class,
      PropertySyntax.class);

  static final Set<Class<?>> IN_POLICY = Set.of(
      SourceSyntax.class,
      NamedTypeSyntax.class,
      SetSyntax.class,
      MapSyntax.class,
      VariableSyntax.class,
      FlagSyntax.class,
      FlagFixSyntax.class,
      TraitSettingSyntax.class,
      ChanceSyntax.class,
      InitSyntax.class,
      EffectSyntax.class,
      ErrorSyntax.class,
      DefineSyntax.class,
      TableSyntax.class,
      CardSyntax.class,
      DeleteSyntax.class,
      LacksSyntax.class,
      PropertySyntax.class);

  static final Set<Class<?>> IN_PIVOT = Set.of(SourceSyntax.class);

  static final Set<Class<?>> IN_SCENARIOS =
      Set.of(SourceSyntax.class, ScenarioSyntax.class, PropertySyntax.class);

  private Units() {}

  /** Reports declarations that have no place in this kind of unit. */
  static void misplaced(
      List<DeclarationSyntax> members, Set<Class<?>> allowed, String unit, Reporter report) {
    for (DeclarationSyntax member : members) {
      if (!allowed.contains(member.getClass())) {
        report.report(Diagnostic.of(
                Rule.MISPLACED_DECLARATION,
                member.at(),
                "a " + word(member) + " has no place in a " + unit)
            .withNote("perhaps the head line of another unit is missing above it"));
      }
    }
  }

  private static String word(DeclarationSyntax member) {
    String text = member.at().text();
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end == 0 ? "declaration" : "`" + text.substring(0, end) + "`";
  }

  /** Reports a second unit of a name. */
  static void duplicate(String kind, Name second, Name first, Diagnostics found) {
    found.add(Diagnostic.of(
            Rule.DUPLICATE_UNIT, second.at(), "the " + kind + " `" + second + "` is there twice")
        .withRelated(first.at(), "first here"));
    found.add(Diagnostic.of(
            Rule.DUPLICATE_UNIT, first.at(), "the " + kind + " `" + first + "` is there twice")
        .withRelated(second.at(), "again here"));
  }
}
