package dev.foliospec.property;

import dev.foliospec.model.Claim;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Properties with one thing read wrongly, as a judge with a fault would read them. */
final class Slips {
  /** What is read wrongly. */
  enum Slip {
    NEVER_FOR_ALWAYS,
    NO_WHERE,
    NO_EXCEPTIONS,
    NO_WHEN,
    ONE_TRIGGER,
    ARGUMENTS_IGNORED,
    BY_IGNORED,
    FROM_IGNORED,
    PRIMES_IGNORED,
    ORDER_TURNED,
    REFUSED_TURNED,
    PREMISE_DROPPED,
    AND_FOR_OR
  }

  private Slips() {}

  static Property with(Property right, Slip slip) {
    Claim claim = right.claim();
    return new Property(
        right.name(),
        right.title(),
        right.owner(),
        right.about(),
        slip == Slip.NO_WHERE ? Optional.empty() : right.where(),
        slip == Slip.NO_EXCEPTIONS ? List.of() : right.exemptions(),
        claim(claim, slip),
        right.grounds(),
        right.doc(),
        right.at());
  }

  private static Claim claim(Claim claim, Slip slip) {
    if (claim instanceof Claim.Always always) {
      return new Claim.Always(
          always.never() != (slip == Slip.NEVER_FOR_ALWAYS), read(always.state(), slip));
    }
    if (claim instanceof Claim.Reachable reachable) {
      return new Claim.Reachable(read(reachable.state(), slip));
    }
    if (claim instanceof Claim.CanReach canReach) {
      return new Claim.CanReach(
          slip == Slip.FROM_IGNORED ? new Expression.Literally(true) : read(canReach.from(), slip),
          read(canReach.goal(), slip),
          slip == Slip.BY_IGNORED ? Set.of() : canReach.by());
    }
    Claim.After after = (Claim.After) claim;
    List<Claim.Trigger> triggers = new ArrayList<>(after.triggers());
    if (slip == Slip.ONE_TRIGGER) {
      triggers = triggers.subList(0, 1);
    }
    if (slip == Slip.ARGUMENTS_IGNORED) {
      triggers.replaceAll(each -> new Claim.Trigger(
          each.event(),
          each.arguments().stream()
              .map(one -> Optional.<dev.foliospec.model.Value>empty())
              .toList()));
    }
    return new Claim.After(
        triggers,
        slip == Slip.NO_WHEN ? Optional.empty() : after.when().map(each -> read(each, slip)),
        read(after.holds(), slip));
  }

  private static Expression read(Expression right, Slip slip) {
    if (right instanceof Expression.Not not) {
      return new Expression.Not(read(not.part(), slip));
    }
    if (right instanceof Expression.And and) {
      return new Expression.And(all(and.parts(), slip));
    }
    if (right instanceof Expression.Or or) {
      return slip == Slip.AND_FOR_OR
          ? new Expression.And(all(or.parts(), slip))
          : new Expression.Or(all(or.parts(), slip));
    }
    if (right instanceof Expression.Implies implies) {
      List<Expression> parts = all(implies.parts(), slip);
      return new Expression.Implies(
          slip == Slip.PREMISE_DROPPED ? parts.subList(1, parts.size()) : parts);
    }
    if (right instanceof Expression.Within within && slip == Slip.PRIMES_IGNORED) {
      return new Expression.Within(
          new Expression.Term(within.term().slot(), false), within.values());
    }
    if (right instanceof Expression.Compared compared) {
      return compared(compared, slip);
    }
    if (right instanceof Expression.Answered answered && slip == Slip.REFUSED_TURNED) {
      return answered.answers().isEmpty() ? new Expression.Not(answered) : answered;
    }
    return right instanceof Expression.Ordered ordered && slip == Slip.ORDER_TURNED
        ? new Expression.Ordered(/* first= */ ordered.second(), /* second= */ ordered.first())
        : right;
  }

  private static Expression compared(Expression.Compared compared, Slip slip) {
    if (slip == Slip.PRIMES_IGNORED) {
      return new Expression.Compared(
          new Expression.Term(compared.left().slot(), false),
          compared.comparator(),
          new Expression.Term(compared.right().slot(), false));
    }
    return slip == Slip.ORDER_TURNED
        ? new Expression.Compared(
            /* left= */ compared.right(), compared.comparator(), /* right= */ compared.left())
        : compared;
  }

  private static List<Expression> all(List<Expression> parts, Slip slip) {
    return parts.stream().map(each -> read(each, slip)).toList();
  }
}
