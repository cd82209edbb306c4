package dev.foliospec.cli;

import dev.foliospec.diagnostic.render.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** Runs one command, and turns whatever happens into an exit code. */
public final class Main {
  private Main() {}

  /** The program. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, Shell.ofProcess()));
  }

  /** Runs one command; the answer is the exit code. */
  static int run(String[] arguments, Shell shell) {
    int code = ending(arguments, shell);
    try {
      shell.out().finish("standard output");
    } catch (Failure e) {
      shell.err().line("foliospec: " + e.getMessage());
      code = code == ExitCode.BUG ? code : ExitCode.WRONG_USAGE;
    } catch (RuntimeException | Error e) {
      code = bug(e, arguments, shell);
    }
    shell.err().flush();
    return code;
  }

  // Whatever goes wrong in us is told the same way, an exhausted stack included. An exhausted heap
  // is
  // no bug of ours.
  private static int ending(String[] arguments, Shell shell) {
    String command = "";
    try {
      List<String> words = new ArrayList<>(List.of(arguments));
      int at = commandAt(words);
      command = at < 0 ? "" : words.remove(at);
      return run(command, words, shell);
    } catch (Failure e) {
      String name = Commands.NAMES.contains(command) ? " " + command : "";
      shell.err().line("foliospec" + name + ": " + Visible.line(e.getMessage()));
      if (e.isUsage()) {
        shell.err().line("try `foliospec" + name + " --help`");
      }
      return ExitCode.WRONG_USAGE;
    } catch (OutOfMemoryError e) {
      long heap = Runtime.getRuntime().maxMemory() >> 20;
      shell.err().line("foliospec " + command + ": the heap of " + heap + " MB is not enough");
      shell
          .err()
          .line("explore less (`check --max-states`), or give it more (JAVA_TOOL_OPTIONS=-Xmx8g)");
      return ExitCode.WRONG_USAGE;
    } catch (RuntimeException | Error e) {
      return bug(e, arguments, shell);
    }
  }

  private static int run(String name, List<String> words, Shell shell) throws Failure {
    if (name.isEmpty()) {
      return withoutCommand(parse(CommandOptions.COMMON, words), shell);
    }
    Optional<Command> command = Commands.of(name);
    if (command.isEmpty()) {
      throw Failure.usage("there is no command `" + name + "`");
    }
    List<Option> options = new ArrayList<>(CommandOptions.COMMON);
    options.addAll(command.get().options());
    Arguments arguments = parse(options, words);
    if (arguments.has(CommandOptions.HELP)) {
      shell.out().print(Help.of(command.get()));
      return ExitCode.FINE;
    }
    if (arguments.has(CommandOptions.VERSION)) {
      shell.out().line(Version.line());
      return ExitCode.FINE;
    }
    arguments.oneOf(CommandOptions.COLOR, "auto", List.of("always", "never", "auto"));
    return command.get().run(arguments, shell);
  }

  private static int withoutCommand(Arguments arguments, Shell shell) throws Failure {
    if (arguments.has(CommandOptions.VERSION)) {
      shell.out().line(Version.line());
      return ExitCode.FINE;
    }
    if (arguments.has(CommandOptions.HELP)) {
      shell.out().print(Help.ofAll());
      return ExitCode.FINE;
    }
    throw Failure.usage("which command? One of " + String.join(", ", Commands.NAMES));
  }

  /** Where the command's name stands: the first word that is neither an option nor its value. */
  private static int commandAt(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--color")) {
        words.set(i, "--color=always");
      } else if (CommandOptions.takesNext(word)) {
        i++;
      } else if (!word.startsWith("-") || word.equals("-")) {
        for (int j = i + 1; j < words.size() && !words.get(j).equals("--"); j++) {
          if (words.get(j).equals("--color")) {
            words.set(j, "--color=always");
          }
        }
        return i;
      }
    }
    return -1;
  }

  private static Arguments parse(List<Option> known, List<String> words) throws Failure {
    Options options = new Options();
    for (Option option : known) {
      // The parser keeps values in the option, and options are shared.
      options.addOption((Option) option.clone());
    }
    try {
      return new Arguments(DefaultParser.builder()
          .setAllowPartialMatching(false)
          .setStripLeadingAndTrailingQuotes(false)
          .build()
          .parse(options, words.toArray(new String[0])));
    } catch (UnrecognizedOptionException e) {
      throw Failure.usage("there is no option `" + e.getOption() + "` here");
    } catch (MissingArgumentException e) {
      Option option = e.getOption();
      throw Failure.usage("--" + option.getLongOpt() + " needs " + option.getArgName());
    } catch (ParseException e) {
      throw Failure.usage(String.valueOf(e.getMessage()));
    }
  }

  private static int bug(Throwable thrown, String[] arguments, Shell shell) {
    shell.out().flush();
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    shell.err().line("foliospec: this is a bug in foliospec, not in what it read: " + thrown);
    if (List.of(arguments).contains("--debug")) {
      shell.err().print(trace.toString().replace(System.lineSeparator(), "\n"));
      shell.err().line("please report it, with the lines above and the specs that show it");
      return ExitCode.BUG;
    }
    String told = Version.line()
        + "\nJava "
        + Runtime.version()
        + "\nfoliospec "
        + String.join(" ", arguments)
        + "\n\n"
        + trace;
    try {
      Path file = Files.createTempFile("foliospec-bug-", ".txt");
      Files.write(file, told.getBytes(StandardCharsets.UTF_8));
      shell.err().line("please report it, with " + file + " and the specs that show it");
    } catch (IOException e) {
      shell.err().line("please report it, with what --debug prints and the specs that show it");
    }
    return ExitCode.BUG;
  }
}
