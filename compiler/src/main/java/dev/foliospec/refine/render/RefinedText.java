package dev.foliospec.refine.render;

import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.model.Transition;
import dev.foliospec.observe.Side;
import dev.foliospec.refine.Breach;
import dev.foliospec.refine.Refined;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a policy refines a contract, as it is pasted into a mail. */
public final class RefinedText {
  /** How many of the allowed answers are shown. */
  private static final int SHOWN = 8;

  private RefinedText() {}

  /** The answer, each line ended. */
  public static String print(Refined refined) {
    StringBuilder text = new StringBuilder(refined.policy().name());
    text.append(
        refined.holds()
            ? " refines "
            : refined.broken() ? " does not refine " : " is not seen to break ");
    text.append(refined.contract().name());
    if (refined.holds() && refined.pairs() > 1) {
      text.append(", in every variant");
    }
    if (!refined.observer().equals("default")) {
      text.append(" (as ").append(refined.observer()).append(" sees it)");
    }
    text.append('\n');
    refined
        .cut()
        .ifPresent(cut -> text.append("ended by " + cut.option() + " " + cut.open() + "\n"));
    if (refined.broken()) {
      breach(refined, refined.breaches().get(0), text);
    }
    return text.toString();
  }

  private static void breach(Refined refined, Breach breach, StringBuilder text) {
    text.append('\n');
    if (!breach.trace().isEmpty()) {
      text.append(breach.trace().get(breach.trace().size() - 1).call()).append(": ");
    }
    text.append(what(breach)).append(variants(refined)).append('\n');
    if (breach.trace().isEmpty()) {
      return;
    }
    Side policy = refined.policy();
    Side contract = refined.contract();
    int names = Math.max(policy.name().length(), contract.name().length());
    int ids = Math.max(id(breach.row()), id(breach.promise()));
    List<String> answered = new ArrayList<>();
    breach.answered().ifPresent(answer -> answered.add(answer.spelled(breach.differing())));
    side(policy.name(), names, breach.row(), ids, answered, text);
    List<String> allowed = new ArrayList<>();
    for (Breach.Reply each : breach.allowed()) {
      if (allowed.size() == SHOWN && breach.allowed().size() > SHOWN + 1) {
        allowed.add("and " + (breach.allowed().size() - SHOWN) + " more");
        break;
      }
      allowed.add(each.spelled(breach.differing()) + other(each, breach.promise()));
    }
    if (breach.kind() == Breach.Kind.BEYOND) {
      allowed.add("nothing: it cannot happen here");
    }
    side(contract.name(), names, breach.promise(), ids, allowed, text);
    text.append("shortest trace: ").append(calls(breach.trace())).append('\n');
    if (!breach.flags().isEmpty()) {
      List<String> flags = new ArrayList<>();
      breach.flags().forEach((name, value) -> flags.add(name + " = " + value));
      text.append("with ").append(String.join(", ", flags)).append('\n');
    }
  }

  private static String what(Breach breach) {
    return switch (breach.kind()) {
      case ANSWER -> "an answer that the contract does not allow";
      case OUTPUT -> "an output that the contract does not allow";
      case STATE -> "a state that the contract does not allow";
      case EFFECTS -> "effects that the contract does not allow";
      case FORBIDDEN -> "forbidden, where the contract answers";
      case BEYOND -> "it can happen, and not in the contract";
      case FLAG -> "the contract does not allow " + flags(breach.flags());
      case CHOICE -> "the contract has no variant like " + breach.variant().name();
    };
  }

  private static String flags(Map<String, String> flags) {
    List<String> all = new ArrayList<>();
    flags.forEach((name, value) -> all.add(name + " = " + value));
    return String.join(", ", all);
  }

  private static String variants(Refined refined) {
    if (refined.pairs() == 1) {
      return "";
    }
    if (refined.breaches().size() == refined.pairs()) {
      return ", in every variant";
    }
    Breach first = refined.breaches().get(0);
    return ", in " + refined.breaches().size() + " of " + refined.pairs()
        + " pairs of variants, first " + first.variant().name() + " and "
        + first.against().name();
  }

  private static int id(Optional<Transition> row) {
    return row.isPresent() ? row.get().id().id().length() : 0;
  }

  /** The row of an answer, where another row is shown. */
  private static String other(Breach.Reply reply, Optional<Transition> shown) {
    return shown.isPresent() && shown.get().id().id().equals(reply.row())
        ? ""
        : "  (" + reply.row() + ")";
  }

  /** One side: its name, its row, what it answers, and what the row rests on. */
  private static void side(
      String name,
      int names,
      Optional<Transition> row,
      int ids,
      List<String> answers,
      StringBuilder text) {
    String id = row.isPresent() ? row.get().id().id() : "";
    String indent = " ".repeat(names + ids + 6);
    text.append("  ").append(name).append(" ".repeat(names - name.length() + 2));
    text.append(id).append(" ".repeat(ids - id.length() + 2));
    text.append(String.join("\n" + indent, answers)).append('\n');
    if (row.isPresent()) {
      text.append(indent).append("source ").append(row.get().grounds().spelled());
      text.append("  ").append(row.get().at().file().path());
      text.append(':').append(row.get().at().line()).append('\n');
    }
  }

  /** The calls of a trace, with every chance that is at another than its usual value. */
  private static String calls(List<TraceStep> steps) {
    StringBuilder text = new StringBuilder();
    for (TraceStep step : steps) {
      text.append(text.isEmpty() ? "" : ", ").append(step.call());
      for (String detail : step.detail().split(", ", -1)) {
        if (detail.startsWith("chance ")) {
          text.append(" with ").append(detail.substring("chance ".length()));
        }
      }
    }
    return text.toString();
  }
}
