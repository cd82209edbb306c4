package dev.foliospec.cli;

import java.util.List;
import org.apache.commons.cli.Option;

/** One command. */
interface Command {
  /** What a user types. */
  String name();

  /** What follows the name, one line a form. */
  List<String> forms();

  /** What it does, in one line. */
  String summary();

  /** Its own options, those aside that every command has. */
  List<Option> options();

  /**
   * Does it.
   *
   * @return the exit code
   * @throws Failure where it was called wrongly, or something could not be read or written
   */
  int run(Arguments arguments, Shell shell) throws Failure;
}
