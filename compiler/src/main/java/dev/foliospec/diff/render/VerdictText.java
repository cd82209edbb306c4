package dev.foliospec.diff.render;

import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.diff.Cause;
import dev.foliospec.diff.Deed;
import dev.foliospec.diff.Relation;
import dev.foliospec.diff.Verdict;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Lack;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Transition;
import dev.foliospec.observe.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A verdict as it is pasted into a mail. */
public final class VerdictText {
  private static final int WIDTH = 78;

  private VerdictText() {}

  /** The verdict, each line ended. */
  public static String print(Verdict verdict) {
    StringBuilder text = new StringBuilder();
    head(verdict, text);
    int number = 0;
    boolean told = false;
    for (Cause cause : verdict.causes()) {
      if (cause.later() && !told) {
        told = true;
        text.append("\nafter the two have answered differently:\n");
      }
      cause(++number, cause, verdict, text);
    }
    lacks(verdict.lackedByA(), verdict.a().name(), text);
    lacks(verdict.lackedByB(), verdict.b().name(), text);
    return text.toString();
  }

  private static void head(Verdict verdict, StringBuilder text) {
    text.append(verdict.a().name()).append(" and ").append(verdict.b().name());
    int causes = verdict.causes().size();
    if (causes == 0 && verdict.cut().isPresent()) {
      text.append(" are not told apart so far");
    } else if (causes == 0) {
      text.append(verdict.differs() ? " differ only in the events that they have" : " do the same");
    } else {
      text.append(" differ by ").append(causes).append(causes == 1 ? " cause" : " causes");
    }
    text.append(
        switch (verdict.relation()) {
          case EQUAL, DIFFER -> "";
          case REFINES -> "; the first refines the second";
          case REFINED_BY -> "; the second refines the first";
          case INCOMPARABLE -> "; neither refines the other";
          case UNKNOWN -> "";
        });
    if (verdict.relation() == Relation.EQUAL && verdict.pairs() > 1) {
      text.append(", in every variant");
    }
    if (!verdict.observer().equals("default")) {
      text.append(" (as ").append(verdict.observer()).append(" sees it)");
    }
    text.append('\n');
    verdict
        .cut()
        .ifPresent(cut -> text.append("ended by " + cut.option() + " " + cut.open() + "\n"));
  }

  private static void cause(int number, Cause cause, Verdict verdict, StringBuilder text) {
    TraceStep blamed = cause.trace().get(cause.causedAt() - 1);
    text.append('\n').append(number).append(". ").append(blamed.call());
    text.append(": ").append(what(cause));
    if (!cause.inEvery()) {
      text.append(", ").append(cause.where());
    } else if (verdict.pairs() > 1) {
      text.append(", in every variant");
    }
    text.append('\n');
    String nameA = shortName(verdict.a(), verdict.b());
    String nameB = shortName(verdict.b(), verdict.a());
    int names = Math.max(nameA.length(), nameB.length());
    int rows = Math.max(id(cause.a()).length(), id(cause.b()).length());
    deed(nameA, names, cause.a(), rows, cause, text);
    deed(nameB, names, cause.b(), rows, cause, text);
    text.append("   shortest trace: ").append(calls(cause.trace(), cause.traceB()));
    text.append('\n');
    if (cause.seenAt() > cause.causedAt()) {
      TraceStep seenA = cause.trace().get(cause.seenAt() - 1);
      TraceStep seenB = cause.traceB().get(cause.seenAt() - 1);
      text.append("   seen at ").append(seenA.call()).append(": ");
      text.append(answer(seenA)).append(" / ").append(answer(seenB)).append('\n');
    }
    if (!cause.flags().isEmpty()) {
      List<String> flags = new ArrayList<>();
      for (Map.Entry<String, String> flag : cause.flags().entrySet()) {
        flags.add(flag.getKey() + " = " + flag.getValue());
      }
      text.append("   with ").append(String.join(", ", flags)).append('\n');
    }
  }

  private static String what(Cause cause) {
    return switch (cause.kind()) {
      case ANSWER -> "another answer";
      case OUTPUT -> "another output";
      case STATE -> "another state";
      case EFFECTS -> "other effects";
      case FORBIDDEN -> "forbidden by one";
      case LACKS -> "lacking in one";
    };
  }

  private static String id(Deed deed) {
    return deed.row().id().id();
  }

  private static String done(Deed deed, Cause cause) {
    StringBuilder text = new StringBuilder(deed.answer());
    boolean delayed = cause.seenAt() > cause.causedAt();
    if (delayed && !deed.changes().isEmpty()) {
      text.append("; ").append(String.join(", ", deed.changes()));
    }
    if (!deed.effects().isEmpty()) {
      text.append("; ").append(String.join(", ", deed.effects()));
    }
    return text.toString();
  }

  private static void deed(
      String name, int names, Deed deed, int rows, Cause cause, StringBuilder text) {
    Transition row = deed.row();
    String indent = " ".repeat(names + rows + 9);
    text.append("     ").append(name).append(" ".repeat(names - name.length() + 2));
    text.append(id(deed)).append(" ".repeat(rows - id(deed).length() + 2));
    wrapped(done(deed, cause), indent, text);
    text.append(indent).append("source ").append(row.grounds().spelled());
    text.append("  ").append(row.at().file().path()).append(':').append(row.at().line());
    text.append('\n');
  }

  /** A list broken at its commas, so that it survives a mail. */
  private static void wrapped(String list, String indent, StringBuilder text) {
    int column = indent.length();
    for (String word : list.split(" ", -1)) {
      if (column > indent.length() && column + word.length() > WIDTH) {
        text.append('\n').append(indent);
        column = indent.length();
      } else if (column > indent.length()) {
        text.append(' ');
      }
      text.append(word);
      column += word.length() + 1;
    }
    text.append('\n');
  }

  /** What tells a side from the other: its short name, or what follows the name that both have. */
  private static String shortName(Side side, Side other) {
    Policy policy = side.policy();
    if (!policy.name().equals(other.policy().name())) {
      return policy.edition().equals(other.policy().edition()) ? policy.shortName() : policy.name();
    }
    String rest = side.name().startsWith(policy.name())
        ? side.name().substring(policy.name().length())
        : side.name();
    if (rest.startsWith("[") && rest.endsWith("]")) {
      return rest.substring(1, rest.length() - 1);
    }
    return rest.isEmpty() ? policy.name() : rest;
  }

  /** The calls of a trace, with every chance that either side needs at another than its usual value. */
  private static String calls(List<TraceStep> ofA, List<TraceStep> ofB) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < ofA.size(); at++) {
      text.append(text.isEmpty() ? "" : ", ").append(ofA.get(at).call());
      Set<String> chances = new LinkedHashSet<>(chances(ofA.get(at)));
      if (at < ofB.size()) {
        chances.addAll(chances(ofB.get(at)));
      }
      text.append(chances.isEmpty() ? "" : " with ").append(String.join(", ", chances));
    }
    return text.toString();
  }

  private static List<String> chances(TraceStep step) {
    List<String> chances = new ArrayList<>();
    for (String detail : step.detail().split(", ", -1)) {
      if (detail.startsWith("chance ")) {
        chances.add(detail.substring("chance ".length()));
      }
    }
    return chances;
  }

  private static String answer(TraceStep step) {
    StringBuilder text = new StringBuilder(step.answer().isEmpty() ? "forbid" : step.answer());
    step.outputs()
        .forEach((name, value) -> text.append(", ").append(name).append('=').append(value));
    return text.toString();
  }

  private static void lacks(List<Lack> lacks, String name, StringBuilder text) {
    Map<Grounds, List<String>> grouped = new java.util.LinkedHashMap<>();
    for (Lack lack : lacks) {
      grouped
          .computeIfAbsent(lack.grounds(), each -> new ArrayList<>())
          .add(lack.event().name());
    }
    grouped.forEach((grounds, events) -> {
      text.append('\n').append(name).append(" lacks ").append(String.join(", ", events));
      grounds.why().ifPresent(why -> text.append(": ").append(why));
      text.append("     source ").append(grounds.spelled()).append('\n');
    });
  }
}
