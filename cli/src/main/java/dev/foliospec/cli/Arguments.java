package dev.foliospec.cli;

import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** What follows a command's name. */
final class Arguments {
  private final CommandLine line;
  private final List<String> operands;

  Arguments(CommandLine line) {
    this.line = line;
    this.operands = List.copyOf(line.getArgList());
  }

  /** What is no option, in order. */
  List<String> operands() {
    return operands;
  }

  /** Whether an option stands there. */
  boolean has(Option option) {
    return line.hasOption(option);
  }

  /** An option's value. */
  Optional<String> value(Option option) {
    return Optional.ofNullable(line.getOptionValue(option));
  }

  /** All values of an option that may stand several times or hold several, separated by commas. */
  List<String> values(Option option) {
    String[] values = line.getOptionValues(option);
    return values == null ? List.of() : List.of(String.join(",", values).split(",", -1));
  }

  /** An option's value, which is one of these. */
  String oneOf(Option option, String usual, List<String> known) throws Failure {
    String value = value(option).orElse(usual);
    if (!known.contains(value)) {
      throw Failure.usage("--" + option.getLongOpt() + " is one of " + String.join(", ", known)
          + ", not `" + value + "`");
    }
    return value;
  }

  /** The folder of specs, if the user named it. */
  Optional<String> specs() {
    return value(CommandOptions.SPECS);
  }
}
