package dev.foliospec.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Prints heads and declarations of one line as parts, between which a long line may be broken.
 *
 * <p>The first part is the keyword with what it declares; the parts after it are lined up with those
 * of neighbours.
 */
final class DeclarationText {
  private DeclarationText() {}

  /** The parts of a declaration that has no rows or clauses of its own. */
  static List<String> parts(DeclarationSyntax declaration) {
    if (declaration instanceof SourceSyntax source) {
      return List.of("source " + source.id(), string(source.text()));
    }
    if (declaration instanceof ActorSyntax actor) {
      return List.of("actor " + CellText.names(actor.names()));
    }
    if (declaration instanceof SetSyntax set) {
      return List.of("set " + set.name() + " of " + set.type(), "= " + CellText.items(set.items()));
    }
    if (declaration instanceof MapSyntax map) {
      return List.of(
          "map " + map.name() + " of " + map.from() + " -> " + map.to(), "= " + entries(map));
    }
    if (declaration instanceof InitSyntax init) {
      String index = init.index().map(each -> "[" + each + "]").orElse("");
      return List.of("init " + init.variable() + index, "= " + cases(init));
    }
    if (declaration instanceof EventSyntax event) {
      return event(event);
    }
    if (declaration instanceof EffectSyntax effect) {
      List<String> parts = new ArrayList<>(List.of("effect " + CellText.names(effect.names())));
      effect.ensures().ifPresent(holds -> parts.add("ensures " + ExpressionText.of(holds)));
      return parts;
    }
    if (declaration instanceof ErrorSyntax error) {
      return List.of("error " + CellText.names(error.names()));
    }
    if (declaration instanceof DefineSyntax define) {
      return List.of("define " + define.name(), "= " + ExpressionText.of(define.expression()));
    }
    if (declaration instanceof ObserverSyntax observer) {
      return List.of("observer " + observer.name(), "sees " + seen(observer));
    }
    return typed(declaration).orElseGet(() -> decided(declaration));
  }

  /** What a declaration of one line starts with; neighbours with the same are lined up. */
  static String keyword(DeclarationSyntax declaration) {
    String first = parts(declaration).get(0);
    return first.startsWith("hidden ") ? "hidden var" : first.substring(0, first.indexOf(' '));
  }

  private static Optional<List<String>> typed(DeclarationSyntax declaration) {
    if (declaration instanceof NamedTypeSyntax type) {
      return Optional.of(
          type("type " + type.name(), "= ", type.type(), type.symmetric() ? " symmetric" : ""));
    }
    if (declaration instanceof VariableSyntax variable) {
      return Optional.of(variable(variable));
    }
    if (declaration instanceof FlagSyntax flag) {
      return Optional.of(type("flag " + flag.name(), ": ", flag.type(), ""));
    }
    if (declaration instanceof TraitSyntax trait) {
      return Optional.of(type("trait " + trait.name(), ": ", trait.type(), ""));
    }
    if (declaration instanceof ChanceSyntax chance) {
      String usual = chance.usual().map(value -> " = " + value).orElse("");
      return Optional.of(type("chance " + chance.name(), ": ", chance.type(), usual));
    }
    return Optional.empty();
  }

  private static List<String> decided(DeclarationSyntax declaration) {
    if (declaration instanceof FlagFixSyntax fix) {
      return withGrounds(
          List.of("flag " + fix.name(), "= " + CellText.names(fix.values())), fix.grounds());
    }
    if (declaration instanceof TraitSettingSyntax setting) {
      return withGrounds(
          List.of("trait " + setting.name(), "= " + CellText.alternatives(setting.alternatives())),
          setting.grounds());
    }
    if (declaration instanceof DeleteSyntax delete) {
      return withGrounds(List.of("delete " + CellText.names(delete.rows())), delete.grounds());
    }
    if (declaration instanceof CommonSyntax common) {
      return withGrounds(List.of("common " + CellText.names(common.variables())), common.grounds());
    }
    if (declaration instanceof RangeSyntax range) {
      return withGrounds(List.of(range(range)), range.grounds());
    }
    if (declaration instanceof GlobalSyntax global) {
      return withGrounds(
          List.of("global "
              + global.name()
              + " on "
              + CellText.names(global.events())
              + " when "
              + ExpressionText.of(global.when())),
          global.grounds());
    }
    if (declaration instanceof RefusalSyntax refusal) {
      return withGrounds(
          List.of("refuse "
              + refusal.id()
              + " "
              + refusal.error()
              + " on "
              + CellText.names(refusal.events())
              + " when "
              + ExpressionText.of(refusal.when())),
          refusal.grounds());
    }
    LacksSyntax lacks = (LacksSyntax) declaration;
    return withGrounds(List.of("lacks " + CellText.names(lacks.events())), lacks.grounds());
  }

  private static String range(RangeSyntax range) {
    String events = CellText.names(range.events());
    return range.how().isEmpty()
        ? "whole " + events
        : "range "
            + events
            + " "
            + range.how().get()
            + range.output().map(output -> " answers " + output).orElse("");
  }

  private static List<String> type(String head, String sign, TypeSyntax type, String tail) {
    List<String> parts = new ArrayList<>();
    parts.add(head);
    String between = type.ordered() ? "< " : "| ";
    for (ItemSyntax item : type.items()) {
      String text = CellText.item(item);
      if (type.matchesAny().contains(item.low())) {
        text += " matches any";
      }
      parts.add((parts.size() == 1 ? sign : between) + text);
    }
    parts.add(parts.remove(parts.size() - 1) + tail);
    return parts;
  }

  private static List<String> variable(VariableSyntax variable) {
    String keyword = switch (variable.kind()) {
      case VISIBLE -> "var ";
      case HIDDEN -> "hidden var ";
      case GHOST -> "ghost ";
    };
    String name =
        variable.name() + variable.index().map(index -> "[" + index + "]").orElse("");
    StringBuilder tail = new StringBuilder();
    variable.initial().ifPresent(value -> tail.append(" = ").append(value));
    variable.actor().ifPresent(actor -> tail.append(" of ").append(actor));
    variable.rules().forEach(rule -> tail.append(", ").append(ghostRule(rule)));
    return type(keyword + name, ": ", variable.type(), tail.toString());
  }

  private static String ghostRule(GhostRuleSyntax rule) {
    String change =
        rule.value().map(Name::text).orElse((rule.shift() < 0 ? "" : "+") + rule.shift());
    return change + " on " + CellText.names(rule.effects());
  }

  private static String entries(MapSyntax map) {
    return map.entries().stream()
        .map(entry -> CellText.items(entry.keys()) + ": " + entry.value())
        .collect(Collectors.joining("; "));
  }

  private static String cases(InitSyntax init) {
    return init.cases().stream()
        .map(each -> each.value()
            + each.condition().map(when -> " if " + ExpressionText.of(when)).orElse(""))
        .collect(Collectors.joining(" else "));
  }

  private static List<String> event(EventSyntax event) {
    List<String> parts = new ArrayList<>();
    parts.add("event "
        + event.name()
        + (event.parameters().isEmpty() ? "" : "(" + parameters(event.parameters()) + ")"));
    event.actor().ifPresent(actor -> parts.add("by " + actor));
    if (!event.outputs().isEmpty()) {
      parts.add("answers " + parameters(event.outputs()));
    }
    event.onlyWhen().ifPresent(when -> parts.add("only when " + ExpressionText.of(when)));
    if (event.silent()) {
      parts.add("silent");
    }
    return parts;
  }

  private static String parameters(List<ParameterSyntax> parameters) {
    return parameters.stream()
        .map(each -> String.join(" ", type(each.name() + ":", "", each.type(), "")))
        .collect(Collectors.joining(", "));
  }

  private static String seen(ObserverSyntax observer) {
    List<String> seen = new ArrayList<>();
    if (observer.answers()) {
      seen.add("answers of " + CellText.names(observer.actors()));
    }
    if (observer.effects()) {
      seen.add("effects");
    }
    if (observer.state()) {
      seen.add("state"
          + (observer.except().isEmpty() ? "" : " except " + CellText.names(observer.except())));
    }
    return String.join("; ", seen);
  }

  /** The head of a unit. */
  static List<String> head(UnitSyntax unit) {
    if (unit instanceof VocabularySyntax vocabulary) {
      return List.of("vocabulary " + vocabulary.name());
    }
    if (unit instanceof PolicySyntax policy) {
      List<String> parts = new ArrayList<>();
      String keyword = policy.pages().isPresent() ? "system " : "policy ";
      parts.add((policy.isAbstract() ? "abstract policy " : keyword)
          + policy.name()
          + " of "
          + policy.vocabulary());
      policy.base().ifPresent(base -> parts.add("extends " + base));
      policy.pages().ifPresent(pages -> parts.add("pages " + pages));
      if (!policy.contracts().isEmpty()) {
        parts.add("refines " + CellText.names(policy.contracts()));
      }
      return withGrounds(parts, policy.grounds());
    }
    if (unit instanceof PoliciesSyntax policies) {
      List<String> parts = new ArrayList<>(List.of("policies of " + policies.vocabulary()));
      policies.base().ifPresent(base -> parts.add("extends " + base));
      return withGrounds(parts, policies.grounds());
    }
    return List.of("scenarios of " + ((ScenariosSyntax) unit).vocabulary());
  }

  /** The head of a table, step or override. */
  static List<String> head(TableSyntax table) {
    String first = switch (table.kind()) {
      case TABLE -> "table " + table.name() + " on " + CellText.names(table.events());
      case CHECKS -> "table " + table.name() + " checks on " + CellText.names(table.events());
      case STEP -> "step " + table.name();
      case OVERRIDE -> "override " + table.name() + (table.entirely() ? " entirely" : "");
    };
    List<String> parts = new ArrayList<>(List.of(first));
    table.where().ifPresent(where -> parts.add("where " + ExpressionText.of(where)));
    table
        .placement()
        .ifPresent(place -> parts.add((place.before() ? "before " : "after ") + place.table()));
    return withGrounds(parts, table.grounds());
  }

  /** Parts with what they rest on after them. */
  static List<String> withGrounds(List<String> parts, GroundsSyntax grounds) {
    List<String> all = new ArrayList<>(parts);
    grounds.because().ifPresent(text -> all.add("because " + string(text)));
    if (!grounds.sources().isEmpty()) {
      all.add("source " + CellText.citations(grounds.sources()));
    }
    grounds.status().ifPresent(status -> all.add("status " + status));
    return all;
  }

  /** A text in its quotes. */
  static String string(TextSyntax text) {
    return "\"" + text.text() + "\"";
  }

  /** The lines of a property. */
  static List<String> lines(PropertySyntax property) {
    List<String> lines = new ArrayList<>();
    String head = "property " + property.name() + title(property.title());
    clauses(lines, head, property.grounds());
    if (!property.policies().isEmpty()) {
      lines.add("  for "
          + CellText.names(property.policies())
          + property.where().map(where -> " where " + ExpressionText.of(where)).orElse(""));
    }
    for (ExceptSyntax exception : property.exceptions()) {
      lines.add("  "
          + String.join(
              " ",
              withGrounds(
                  List.of("except " + CellText.names(exception.policies())), exception.grounds())));
    }
    property.claim().ifPresent(claim -> lines.add("  " + claim(claim)));
    return lines;
  }

  private static String title(Optional<TextSyntax> title) {
    return title.map(text -> " " + string(text)).orElse("");
  }

  /** A head and its grounds: on a line of their own where they name sources. */
  private static void clauses(List<String> lines, String head, GroundsSyntax grounds) {
    if (grounds.sources().isEmpty()) {
      lines.add(String.join(" ", withGrounds(List.of(head), grounds)));
      return;
    }
    GroundsSyntax others = new GroundsSyntax(List.of(), grounds.status(), grounds.because());
    lines.add(head);
    lines.add("  "
        + String.join(
            " ", withGrounds(List.of("source " + CellText.citations(grounds.sources())), others)));
  }

  private static String claim(ClaimSyntax claim) {
    if (claim instanceof ClaimSyntax.Always always) {
      return (always.never() ? "never " : "always ") + ExpressionText.of(always.holds());
    }
    if (claim instanceof ClaimSyntax.After after) {
      return "after "
          + (after.calls().isEmpty()
              ? "any"
              : after.calls().stream().map(DeclarationText::call).collect(Collectors.joining(", ")))
          + after.actor().map(actor -> " by " + actor).orElse("")
          + after.when().map(when -> " when " + ExpressionText.of(when)).orElse("")
          + ": "
          + ExpressionText.of(after.holds());
    }
    if (claim instanceof ClaimSyntax.Reachable reachable) {
      return "reachable " + ExpressionText.of(reachable.holds());
    }
    ClaimSyntax.CanReach canReach = (ClaimSyntax.CanReach) claim;
    return "from "
        + ExpressionText.of(canReach.from())
        + " can reach "
        + ExpressionText.of(canReach.reach())
        + (canReach.by().isEmpty() ? "" : " by " + CellText.names(canReach.by()));
  }

  /** An event with its arguments. */
  static String call(CallSyntax call) {
    return call.event()
        + (call.arguments().isEmpty() ? "" : "(" + CellText.names(call.arguments()) + ")");
  }

  /** The lines of a scenario before its table. */
  static List<String> lines(ScenarioSyntax scenario) {
    List<String> lines = new ArrayList<>();
    List<String> grounds = new ArrayList<>();
    clauses(grounds, "scenario " + scenario.name() + title(scenario.title()), scenario.grounds());
    lines.add(grounds.get(0));
    if (!scenario.policies().isEmpty()) {
      lines.add("  for " + CellText.names(scenario.policies()));
    }
    if (!scenario.with().isEmpty()) {
      lines.add("  with "
          + scenario.with().stream()
              .map(each -> each.name() + " = " + each.value())
              .collect(Collectors.joining(", ")));
    }
    lines.addAll(grounds.subList(1, grounds.size()));
    return lines;
  }

  /** The lines of a card. */
  static List<String> lines(CardSyntax card) {
    RowSyntax row = card.row();
    StringBuilder head = new StringBuilder("row ").append(row.id());
    row.alternativeTo().ifPresent(other -> head.append(" or ").append(other));
    head.append(" of ").append(card.table());
    List<String> clauses = new ArrayList<>();
    List<String> grounds = new ArrayList<>();
    String open = "";
    for (CellSyntax cell : row.cells()) {
      ColumnKind kind = cell.column().kind();
      String text = CellText.of(cell.content());
      String clause = switch (kind) {
        case WHEN, CONDITION, EVENT -> "when  ";
        case ANSWER -> "answer";
        case UPDATE -> "sets  ";
        case EFFECTS -> "does  ";
        case WHY -> "why   ";
        case REPLACES, SPLITS, SOURCE, STATUS, ROW, POLICY, OUTPUT -> "";
      };
      String heading = cell.column().heading();
      if (clause.isEmpty()) {
        if (kind == ColumnKind.REPLACES || kind == ColumnKind.SPLITS) {
          head.append(' ').append(heading).append(' ').append(text);
        } else {
          grounds.add(heading + " " + text);
        }
      } else if (clause.equals(open)) {
        clauses.add(clauses.remove(clauses.size() - 1) + ", " + item(cell, text));
      } else {
        clauses.add("  " + clause + " " + item(cell, text));
      }
      open = clause;
    }
    grounds.forEach(ground -> head.append(' ').append(ground));
    List<String> lines = new ArrayList<>(List.of(head.toString()));
    lines.addAll(clauses);
    return lines;
  }

  private static String item(CellSyntax cell, String text) {
    ColumnSyntax column = cell.column();
    String name = column.name() + column.index().map(index -> "[" + index + "]").orElse("");
    return switch (column.kind()) {
      case CONDITION, EVENT ->
        cell.content() instanceof ConditionSyntax.Compared compared
            ? name + " " + compared.comparator().sign() + " " + compared.bound()
            : name + " = " + text;
      case UPDATE -> name + " = " + text;
      default -> text;
    };
  }
}
