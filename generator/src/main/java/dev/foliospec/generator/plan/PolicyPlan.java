package dev.foliospec.generator.plan;

import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is generated of a policy, machine aside.
 *
 * @param policy the policy
 * @param vocabulary the types that it shares with others
 * @param packageName where its machine and monitor go: the package of its edition
 * @param ownPackage where its own types go
 * @param stem how the names of its machine and monitor start
 * @param places what generated code can ask
 * @param enumerations its own types
 * @param effects the effects that its rows may name
 * @param ownEffects whether these are an enumeration of its own
 * @param errors the errors that its rows may answer
 * @param ownErrors whether these are an enumeration of its own
 * @param rows the rows of checks and bodies
 * @param starts the first value of each variable
 */
public record PolicyPlan(
    Policy policy,
    VocabularyPlan vocabulary,
    String packageName,
    String ownPackage,
    String stem,
    Places places,
    List<EnumPlan> enumerations,
    EnumPlan effects,
    boolean ownEffects,
    EnumPlan errors,
    boolean ownErrors,
    List<RowPlan> rows,
    List<StartPlan> starts) {
  /** Copies the lists. */
  public PolicyPlan {
    starts = List.copyOf(starts);
    enumerations = List.copyOf(enumerations);
    rows = List.copyOf(rows);
  }

  /** One of its own types: {@code State}, {@code Config}, {@code Chances}, {@code Row}, {@code Step}. */
  public JavaName own(String simpleName) {
    return new JavaName(ownPackage, simpleName);
  }

  /** The readable machine. */
  public JavaName machine() {
    return new JavaName(packageName, stem + "Machine");
  }

  /** The packed machine. */
  public JavaName packed() {
    return new JavaName(packageName, "Packed" + stem + "Machine");
  }

  /** The reachable part in numbers. */
  public JavaName tables() {
    return new JavaName(packageName, stem + "Tables");
  }

  /** The monitor. */
  public JavaName monitor() {
    return new JavaName(packageName, stem + "Monitor");
  }

  /** The generated test. */
  public JavaName test() {
    return new JavaName(packageName, stem + "Test");
  }

  /** The rows by their ids, for whoever looks up many. */
  public Map<RowId, RowPlan> rowsById() {
    Map<RowId, RowPlan> byId = new HashMap<>();
    rows.forEach(each -> byId.put(each.row().id(), each));
    return byId;
  }

  /** The row of an id, if it is one that answers. */
  public Optional<RowPlan> row(RowId id) {
    return rows.stream().filter(each -> each.row().id().equals(id)).findFirst();
  }

  /** The policy's file and those of the policies whose rows it has, each once, its own first. */
  public List<String> files() {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(policy.at().file().path()),
            policy.tables().stream()
                .flatMap(table -> table.rows().stream())
                .map(row -> row.at().file().path()))
        .distinct()
        .toList();
  }
}
