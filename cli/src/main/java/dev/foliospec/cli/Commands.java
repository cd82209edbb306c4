package dev.foliospec.cli;

import java.util.List;
import java.util.Optional;

/** The commands by their names; one is made only where it is asked for, which starts quicker. */
final class Commands {
  /** In the order of help. */
  static final List<String> NAMES =
      List.of("check", "diff", "refine", "show", "generate", "explain", "format");

  private Commands() {}

  static Optional<Command> of(String name) {
    return switch (name) {
      case "check" -> Optional.of(new CheckCommand());
      case "diff" -> Optional.of(new DiffCommand());
      case "refine" -> Optional.of(new RefineCommand());
      case "show" -> Optional.of(new ShowCommand());
      case "generate" -> Optional.of(new GenerateCommand());
      case "format" -> Optional.of(new FormatCommand());
      case "explain" -> Optional.of(new ExplainCommand());
      default -> Optional.empty();
    };
  }
}
