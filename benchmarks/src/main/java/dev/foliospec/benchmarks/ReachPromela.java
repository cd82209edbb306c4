package dev.foliospec.benchmarks;

/**
 * Writes the model of {@link ReachModel} for Spin: one process, a step for each page and event, the
 * table and the invariant in C, so that Spin spends its time on searching. Steps that change nothing
 * are left out, as in our own loops.
 */
public final class ReachPromela {
  private ReachPromela() {}

  /** Arguments: how many pages, of how many states. */
  public static void main(String[] arguments) {
    System.out.print(
        of(new ReachModel(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]))));
  }

  private static String of(ReachModel model) {
    StringBuilder text = new StringBuilder("c_decl {\n  static const unsigned char next[")
        .append(model.states)
        .append("][")
        .append(ReachModel.EVENTS)
        .append("] = {\n");
    for (int[] row : model.next) {
      text.append("    {").append(joined(row)).append("},\n");
    }
    text.append("  };\n  static const unsigned char marks[")
        .append(model.states)
        .append("] = {")
        .append(joined(model.marks))
        .append("};\n}\n");
    for (int page = 0; page < model.pages; page++) {
      text.append("byte p").append(page).append(";\n");
    }
    StringBuilder invariant = new StringBuilder();
    for (int page = 0; page < model.pages; page++) {
      invariant
          .append(page == 0 ? "" : " + ")
          .append("marks[now.p")
          .append(page)
          .append("]");
    }
    invariant.append(" <= ").append(3 * model.pages);
    text.append("active proctype pages_of_a_table() {\n  do\n");
    for (int page = 0; page < model.pages; page++) {
      for (int event = 0; event < ReachModel.EVENTS; event++) {
        String state = "now.p" + page;
        String next = "next[" + state + "][" + event + "]";
        String guard = event < ReachModel.EVENTS - 1
            ? ""
            : " && now.p" + (page + 1) % model.pages + " < " + model.states / 2;
        text.append("  :: d_step { c_expr { ")
            .append(next)
            .append(" != ")
            .append(state)
            .append(guard)
            .append(" } -> c_code [")
            .append(invariant)
            .append("] { ")
            .append(state)
            .append(" = ")
            .append(next)
            .append("; } }\n");
      }
    }
    return text.append("  od\n}\n").toString();
  }

  private static String joined(int[] numbers) {
    StringBuilder joined = new StringBuilder();
    for (int number : numbers) {
      joined.append(joined.length() == 0 ? "" : ", ").append(number);
    }
    return joined.toString();
  }
}
