// Generated. Edit the tables, not this file.
package foliospec.generated.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Generated;

/** The points and traces of one policy, as their files say; the files say how to read them. */
@Generated("foliospec")
public final class Suite {
  /** A state: how the run was set up, the variables, and from where it was first reached. */
  public record Place(List<String> config, List<String> state, int from, String by) {}

  /** An event with its arguments, and the chances that are not as usual. */
  public record Input(String event, List<String> arguments, Map<String, String> chances) {}

  /** What may be answered; the next state is -1 where nothing is promised. */
  public record Answer(
      String row, String answer, Map<String, String> outputs, String effects, int next) {}

  /** What must happen on an input in a state. */
  public record Point(int line, int place, String text, Input input, List<Answer> allowed) {
    /** Whether nothing is promised here. */
    public boolean forbidden() {
      return allowed.isEmpty();
    }
  }

  /** A row of the tables with its points and its shortest trace. */
  public record Row(String id, String at, String title, List<Point> points) {}

  /** A step of a trace: what changes is {@code null} where it is not asked. */
  public record Step(
      int line,
      String text,
      Input input,
      String answer,
      Map<String, String> outputs,
      String effects,
      Map<String, String> changes) {}

  /** A trace: of a row, or written by hand. Each tail begins where the steps end. */
  public record Trace(
      boolean scenario,
      String name,
      String at,
      String title,
      Map<String, String> with,
      List<Step> steps,
      List<List<Step>> tails) {}

  private final String policy;
  private final List<Place> places = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Trace> traces = new ArrayList<>();
  private final Map<String, List<Point>> alike = new LinkedHashMap<>();

  private Suite(String policy) {
    this.policy = policy;
  }

  /** The suite of a policy, from files beside its test. */
  public static Suite read(Class<?> beside, String policy, String points, String traces) {
    Suite suite = new Suite(policy);
    suite.points(lines(beside, points));
    suite.traces(lines(beside, traces));
    for (Row row : suite.rows) {
      for (Point point : row.points()) {
        suite.alike.computeIfAbsent(key(point), key -> new ArrayList<>()).add(point);
      }
    }
    return suite;
  }

  /** The rows that have points, in the order of the tables. */
  public List<Row> rows() {
    return rows;
  }

  /** The shortest traces of rows. */
  public List<Trace> rowTraces() {
    return traces.stream().filter(each -> !each.scenario()).toList();
  }

  /** The traces that were written by hand, once for each way to set them up. */
  public List<Trace> scenarios() {
    return traces.stream().filter(Trace::scenario).toList();
  }

  /** All states, by their numbers. */
  public List<Place> places() {
    return places;
  }

  /** A state by its number. */
  public Place place(int number) {
    return places.get(number);
  }

  /** How a state was first reached: {@code allocate, convert(private)}. */
  public String way(int number) {
    Place place = places.get(number);
    if (place.from() < 0) {
      return "the start";
    }
    return places.get(place.from()).from() < 0 ? place.by() : way(place.from()) + ", " + place.by();
  }

  /** For a failure: the row, where it was written, the trace to the point. */
  public String where(Row row, Point point) {
    return policy
        + " row " + row.id() + " (" + row.at() + "): " + row.title()
        + "\n  set up: " + String.join(" ", place(point.place()).config())
        + "\n  trace: " + way(point.place()) + "; then " + point.text()
        + "\n  state: " + String.join(" ", place(point.place()).state())
        + "\n  points line " + point.line() + "\n";
  }

  /** For a failure: the trace and the step. */
  public String where(Trace trace, Step step) {
    return policy
        + (trace.scenario() ? " scenario " : " row ")
        + trace.name() + " (" + trace.at() + "): " + trace.title()
        + "\n  set up: " + trace.with()
        + "\n  step: " + step.text()
        + "\n  traces line " + step.line() + "\n";
  }

  /** The points at a state for an event with its arguments, whatever the chances. */
  public List<Point> alike(Point wanted) {
    return alike.getOrDefault(key(wanted), List.of());
  }

  private static String key(Point point) {
    return point.place() + " " + point.input().event() + point.input().arguments();
  }

  // --- Reading ----------------------------------------------------------------------------------

  private static List<String> lines(Class<?> beside, String name) {
    try (InputStream file = beside.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not beside " + beside.getName());
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void points(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("at ")) {
        place(line);
      } else if (line.startsWith("row ")) {
        String[] parts = line.split(" ", 4);
        rows.add(new Row(parts[1], parts[2], parts[3], new ArrayList<>()));
      } else if (line.startsWith("  or ")) {
        List<Point> points = rows.get(rows.size() - 1).points();
        Point point = points.get(points.size() - 1);
        point.allowed().add(answer(line.substring(5), point.allowed().get(0).row()));
      } else if (!line.isEmpty() && Character.isDigit(line.charAt(0))) {
        Row row = rows.get(rows.size() - 1);
        row.points().add(point(i + 1, line, row.id().substring(row.id().indexOf('/') + 1)));
      }
    }
  }

  private void place(String line) {
    String[] parts = line.split(" : ", 3);
    String[] head = parts[0].split(" ", 5);
    boolean start = head[2].equals("start");
    places.add(
        new Place(
            values(parts[1]),
            values(parts[2]),
            start ? -1 : Integer.parseInt(head[3]),
            start ? "" : head[4]));
  }

  private static List<String> values(String text) {
    return text.equals("-") ? List.of() : List.of(text.split(" "));
  }

  private static Point point(int number, String line, String row) {
    int space = line.indexOf(' ');
    int arrow = line.indexOf(" -> ");
    String input = line.substring(space + 1, arrow).trim();
    String rest = line.substring(arrow + 4);
    List<Answer> allowed = new ArrayList<>();
    if (!rest.equals("forbid")) {
      allowed.add(answer(rest, row));
    }
    int place = Integer.parseInt(line.substring(0, space));
    return new Point(number, place, input, input(input), allowed);
  }

  private static Answer answer(String text, String row) {
    String[] parts = text.split(" \\| ", 3);
    String[] last = parts[2].split(" ");
    String[] words = parts[0].split(" ");
    return new Answer(
        last.length > 1 ? last[1] : row,
        words[0],
        pairs(words, 1),
        parts[1],
        Integer.parseInt(last[0]));
  }

  private static Input input(String text) {
    String[] words = text.trim().split(" +");
    int open = words[0].indexOf('(');
    if (open < 0) {
      return new Input(words[0], List.of(), pairs(words, 1));
    }
    String inside = words[0].substring(open + 1, words[0].length() - 1);
    return new Input(words[0].substring(0, open), List.of(inside.split(",")), pairs(words, 1));
  }

  private static Map<String, String> pairs(String[] words, int from) {
    Map<String, String> pairs = new TreeMap<>();
    for (int i = from; i < words.length; i++) {
      int at = words[i].indexOf('=');
      if (at > 0) {
        pairs.put(words[i].substring(0, at), words[i].substring(at + 1));
      }
    }
    return pairs;
  }

  private void traces(List<String> lines) {
    String[] head = new String[0];
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("row ") || line.startsWith("scenario ")) {
        head = line.split(" ", 4);
      } else if (line.startsWith("with ")) {
        traces.add(
            new Trace(
                head[0].equals("scenario"),
                head[1],
                head[2],
                head[3],
                new LinkedHashMap<>(pairs(line.split(" "), 1)),
                new ArrayList<>(),
                new ArrayList<>()));
      } else if (line.startsWith("tail ")) {
        traces.get(traces.size() - 1).tails().add(new ArrayList<>());
      } else if (line.startsWith("  ")) {
        Trace trace = traces.get(traces.size() - 1);
        List<List<Step>> tails = trace.tails();
        List<Step> steps = tails.isEmpty() ? trace.steps() : tails.get(tails.size() - 1);
        steps.add(step(i + 1, line));
      }
    }
  }

  private static Step step(int number, String line) {
    int arrow = line.indexOf(" -> ");
    String[] parts = line.substring(arrow + 4).split(" \\| ", 3);
    String[] words = parts[0].split(" ");
    return new Step(
        number,
        line.trim(),
        input(line.substring(0, arrow)),
        words[0],
        pairs(words, 1),
        parts.length > 1 ? parts[1] : null,
        parts.length > 2 ? pairs(parts[2].split(" "), 0) : null);
  }

  // --- Comparing --------------------------------------------------------------------------------

  /** Whether outputs that were seen are what is expected; all outputs are named, sorted. */
  public static boolean fits(Map<String, String> expected, Map<String, String> seen) {
    for (Map.Entry<String, String> each : expected.entrySet()) {
      String value = seen.get(each.getKey());
      if (each.getValue().equals("-")) {
        if (value != null) {
          return false;
        }
      } else if (!each.getValue().equals("*")
          && !each.getValue().equals(value)
          && !each.getValue().equals(value + "*")) {
        return false;
      }
    }
    return true;
  }

  /** As a text to compare: {@code B27: ok, sees=zeros; zero, prepare; private present}. */
  public static String text(
      String row, String answer, Map<String, String> outputs, String effects, List<String> next) {
    Map<String, String> plain = new TreeMap<>();
    outputs.forEach(
        (name, value) -> {
          boolean loose = value.endsWith("*") && value.length() > 1;
          plain.put(name, loose ? value.substring(0, value.length() - 1) : value);
        });
    return row + ": " + answer + " " + plain + "; " + effects + "; " + String.join(" ", next);
  }

  /** What an answer of the file says, as a text to compare. */
  public String text(Answer answer) {
    return text(
        answer.row(),
        answer.answer(),
        answer.outputs(),
        answer.effects(),
        place(answer.next()).state());
  }
}
