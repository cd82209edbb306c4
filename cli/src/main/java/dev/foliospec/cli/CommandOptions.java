package dev.foliospec.cli;

import java.util.List;
import org.apache.commons.cli.Option;

/** Every option of every command; what one name means, it means everywhere. */
final class CommandOptions {
  static final Option HELP = flag("help", "what a command does, and its options");
  static final Option VERSION = flag("version", "the version of foliospec");
  static final Option DEBUG = flag("debug", "print the stack trace of a bug of ours");
  static final Option SPECS = value("specs", "DIR", "the folder of specs; `specs` unless said");
  static final Option COLOR =
      value("color", "WHEN", "colour: always, never or auto; --color alone is always");

  static final Option STRICT =
      flag("strict", "holes and overlaps at unreachable points are errors too");
  static final Option NOTES = flag("notes", "findings that ask for nothing are shown too");
  static final Option SCENARIOS =
      flag("scenarios", "how properties and contracts are broken, as scenarios ready to paste");
  static final Option COVERAGE =
      flag("coverage", "what nothing depends on: cells, hidden variables, states without exit");
  static final Option QUOTED =
      flag("quoted", "PATHs are mail: quote marks and what surrounds the spec are passed over");
  static final Option FORMAT = value("format", "FORMAT", "how to print the result");
  static final Option MAX_STATES = value(
      "max-states",
      "N",
      "most states of one policy, or pairs of two, to explore; 5000000 unless said");
  static final Option MAX_MEMORY = value(
      "max-memory",
      "SIZE",
      "most memory for exploring, as 512m or 2g; half of the heap unless said");
  static final Option PAGES = value("pages", "N", "so many pages in each system, whatever it says");
  static final Option AS = value("as", "FORM", "how to print the table");
  static final Option EVENT = value("event", "EVENT", "rows for this event alone");
  static final Option PIVOT = flag("pivot", "the policies side by side, by TRAIT or EVENT");
  static final Option OBSERVER = value("observer", "OBSERVER", "who looks; `default` unless said");
  static final Option EXIT_CODE = flag("exit-code", "end with 1 where the policies differ");
  static final Option TARGET = value("target", "TARGET[,TARGET]", "what to generate");
  static final Option OUT = value("out", "DIR", "the folder to write to");
  static final Option PACKAGE =
      value("package", "PACKAGE", "the Java package; foliospec.generated unless said");
  static final Option CHECK = flag("check", "write nothing; end with 1 where a file would change");

  /** Those that every command has. */
  static final List<Option> COMMON = List.of(SPECS, COLOR, DEBUG, HELP, VERSION);

  private static final List<Option> TAKING_VALUES = List.of(
      SPECS,
      COLOR,
      FORMAT,
      MAX_STATES,
      MAX_MEMORY,
      PAGES,
      AS,
      EVENT,
      OBSERVER,
      TARGET,
      OUT,
      PACKAGE);

  private CommandOptions() {}

  /** Whether the word after this one belongs to it. */
  static boolean takesNext(String word) {
    if (!word.startsWith("--")) {
      return false;
    }
    String name = word.substring(2);
    for (Option option : TAKING_VALUES) {
      if (name.equals(option.getLongOpt())) {
        return true;
      }
    }
    return false;
  }

  private static Option flag(String name, String description) {
    String letter = name.equals("help") ? "h" : null;
    return Option.builder(letter).longOpt(name).desc(description).build();
  }

  private static Option value(String name, String what, String description) {
    return Option.builder()
        .longOpt(name)
        .hasArg()
        .argName(what)
        .desc(description)
        .build();
  }
}
