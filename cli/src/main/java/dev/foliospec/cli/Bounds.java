package dev.foliospec.cli;

import dev.foliospec.compile.CompileOptions;
import dev.foliospec.engine.Budget;
import java.util.OptionalLong;
import org.apache.commons.cli.Option;

/** How much an exploration may take, as options say it. */
final class Bounds {
  private Bounds() {}

  /** What an exploration may use. */
  static Budget of(Arguments arguments) throws Failure {
    Budget budget = CompileOptions.USUAL.budget();
    if (arguments.has(CommandOptions.MAX_STATES)) {
      budget = budget.upTo(states(arguments));
    }
    if (arguments.has(CommandOptions.MAX_MEMORY)) {
      OptionalLong bytes =
          MemorySize.bytes(arguments.value(CommandOptions.MAX_MEMORY).orElse(""));
      budget = budget.within(bytes.orElseThrow(
          () -> Failure.usage("--max-memory is a whole number of bytes, or as 512m, 2g")));
    }
    return budget;
  }

  /** How many states are explored at most. */
  static int states(Arguments arguments) throws Failure {
    return number(
        arguments, CommandOptions.MAX_STATES, CompileOptions.USUAL.mostStates(), Integer.MAX_VALUE);
  }

  /** The number that an option gives. */
  static int number(Arguments arguments, Option option, int usual, int most) throws Failure {
    String value = arguments.value(option).orElse("");
    if (value.isEmpty() && !arguments.has(option)) {
      return usual;
    }
    try {
      int number = Integer.parseInt(value);
      if (number > 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with every other number that is none.
    }
    throw Failure.usage("--" + option.getLongOpt() + " is a number from 1 to " + most);
  }
}
