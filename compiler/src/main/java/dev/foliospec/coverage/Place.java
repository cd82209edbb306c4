package dev.foliospec.coverage;

import dev.foliospec.model.Transition;
import dev.foliospec.syntax.CardSyntax;
import dev.foliospec.syntax.DeclarationSyntax;
import dev.foliospec.syntax.FileSyntax;
import dev.foliospec.syntax.PolicySetSyntax;
import dev.foliospec.syntax.PolicySyntax;
import dev.foliospec.syntax.RowSyntax;
import dev.foliospec.syntax.TableSyntax;
import dev.foliospec.syntax.UnitSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a row is written.
 *
 * @param file the number of its file
 * @param unit the number of its policy in the file
 * @param member the number of its table, or of itself where it is a card
 * @param row its number in the table, or 0
 * @param written the row
 */
record Place(int file, int unit, int member, int row, RowSyntax written) {
  /** Where a row of a policy is written. */
  static Optional<Place> of(PolicySetSyntax specs, Transition row) {
    for (int file = 0; file < specs.files().size(); file++) {
      FileSyntax in = specs.files().get(file);
      for (int unit = 0; in.source() == row.at().file() && unit < in.units().size(); unit++) {
        if (in.units().get(unit) instanceof PolicySyntax policy
            && policy.name().text().equals(row.id().policy())) {
          Optional<Place> place = in(policy, file, unit, row);
          if (place.isPresent()) {
            return place;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Place> in(PolicySyntax policy, int file, int unit, Transition row) {
    for (int member = 0; member < policy.members().size(); member++) {
      DeclarationSyntax each = policy.members().get(member);
      List<RowSyntax> rows = each instanceof TableSyntax table
          ? table.rows()
          : each instanceof CardSyntax card ? List.of(card.row()) : List.of();
      for (int at = 0; at < rows.size(); at++) {
        if (rows.get(at).at().equals(row.at())) {
          return Optional.of(new Place(file, unit, member, at, rows.get(at)));
        }
      }
    }
    return Optional.empty();
  }

  /** The specs with another row here. */
  PolicySetSyntax with(PolicySetSyntax specs, RowSyntax changed) {
    List<FileSyntax> files = new ArrayList<>(specs.files());
    FileSyntax in = files.get(file);
    List<UnitSyntax> units = new ArrayList<>(in.units());
    PolicySyntax policy = (PolicySyntax) units.get(unit);
    List<DeclarationSyntax> members = new ArrayList<>(policy.members());
    members.set(member, with(members.get(member), changed));
    units.set(
        unit,
        new PolicySyntax(
            policy.name(),
            policy.isAbstract(),
            policy.vocabulary(),
            policy.base(),
            policy.contracts(),
            policy.pages(),
            policy.grounds(),
            policy.doc(),
            members,
            policy.at()));
    files.set(file, new FileSyntax(in.source(), units, in.comments(), in.intact()));
    return new PolicySetSyntax(files);
  }

  private DeclarationSyntax with(DeclarationSyntax member, RowSyntax changed) {
    if (member instanceof CardSyntax card) {
      return new CardSyntax(card.table(), changed, card.doc(), card.at());
    }
    TableSyntax table = (TableSyntax) member;
    List<RowSyntax> rows = new ArrayList<>(table.rows());
    rows.set(row, changed);
    return new TableSyntax(
        table.kind(),
        table.name(),
        table.events(),
        table.where(),
        table.placement(),
        table.entirely(),
        table.grounds(),
        table.columns(),
        rows,
        table.doc(),
        table.at());
  }
}
