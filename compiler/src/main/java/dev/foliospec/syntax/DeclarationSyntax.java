package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.Optional;

/** Anything that stands inside a unit. */
public sealed interface DeclarationSyntax
    permits SourceSyntax,
        ActorSyntax,
        NamedTypeSyntax,
        SetSyntax,
        MapSyntax,
        VariableSyntax,
        FlagSyntax,
        FlagFixSyntax,
        TraitSyntax,
        TraitSettingSyntax,
        ChanceSyntax,
        InitSyntax,
        EventSyntax,
        EffectSyntax,
        ErrorSyntax,
        DefineSyntax,
        ObserverSyntax,
        TableSyntax,
        CardSyntax,
        DeleteSyntax,
        LacksSyntax,
        CommonSyntax,
        RangeSyntax,
        RefusalSyntax,
        GlobalSyntax,
        PropertySyntax,
        ScenarioSyntax {
  /** The whole declaration, without its documentation. */
  Span at();

  /** Its documentation. */
  Optional<DocSyntax> doc();
}
