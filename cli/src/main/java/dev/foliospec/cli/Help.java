package dev.foliospec.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;

/** What {@code --help} prints. */
final class Help {
  private Help() {}

  /** The commands, and what they share. */
  static String ofAll() {
    StringBuilder text =
        new StringBuilder("usage: foliospec COMMAND [ARGUMENT...] [OPTION...]\n\ncommands:\n");
    List<String[]> lines = new ArrayList<>();
    for (String name : Commands.NAMES) {
      lines.add(new String[] {name, Commands.of(name).orElseThrow().summary()});
    }
    columns(text, lines);
    text.append("\noptions of every command:\n");
    options(text, CommandOptions.COMMON);
    return text.append("\n`foliospec COMMAND --help` says more of one.\n").toString();
  }

  /** One command. */
  static String of(Command command) {
    StringBuilder text = new StringBuilder();
    String start = "usage: ";
    for (String form : command.forms()) {
      text.append(start).append("foliospec ").append(command.name());
      text.append(form.isEmpty() ? "" : " ").append(form).append('\n');
      start = "       ";
    }
    text.append('\n').append(command.summary()).append(".\n");
    if (!command.options().isEmpty()) {
      text.append("\noptions:\n");
      options(text, command.options());
    }
    text.append("\noptions of every command:\n");
    options(text, CommandOptions.COMMON);
    return text.toString();
  }

  private static void options(StringBuilder text, List<Option> options) {
    List<String[]> lines = new ArrayList<>();
    for (Option option : options) {
      String name = "--" + option.getLongOpt();
      if (option.hasArg()) {
        name += " " + option.getArgName();
      }
      if (option.getOpt() != null) {
        name = "-" + option.getOpt() + ", " + name;
      }
      lines.add(new String[] {name, option.getDescription()});
    }
    columns(text, lines);
  }

  private static void columns(StringBuilder text, List<String[]> lines) {
    int width = 0;
    for (String[] line : lines) {
      width = Math.max(width, line[0].length());
    }
    for (String[] line : lines) {
      text.append("  ").append(line[0]);
      text.append(" ".repeat(width - line[0].length() + 2)).append(line[1]).append('\n');
    }
  }
}
