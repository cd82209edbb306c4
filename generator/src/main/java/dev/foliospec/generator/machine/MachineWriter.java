package dev.foliospec.generator.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.foliospec.generator.plan.ConstantPlan;
import dev.foliospec.generator.plan.EventPlan;
import dev.foliospec.generator.plan.FieldPlan;
import dev.foliospec.generator.plan.Formula;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.generator.plan.MachinePlan;
import dev.foliospec.generator.plan.Names;
import dev.foliospec.generator.plan.Node;
import dev.foliospec.generator.plan.Place;
import dev.foliospec.generator.plan.PolicyPlan;
import dev.foliospec.generator.plan.RowPlan;
import dev.foliospec.generator.plan.TypePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes the readable machine: one method for each event, one for each row. */
public final class MachineWriter {
  private final MachinePlan machine;
  private final PolicyPlan plan;
  private final ClassName step;
  private final ClassName row;
  private final Needs.Index index;
  private final Map<Integer, List<MachinePlan.RowMethod>> byRow = new HashMap<>();
  private final Names methods;
  private final Names constants = new Names();
  private final Conditions conditions;
  private final Map<List<ConstantPlan>, String> effects = new LinkedHashMap<>();
  private final Map<String, Integer> partsOf = new HashMap<>();
  private final Map<String, Integer> longLists = new HashMap<>();
  private final Conversions conversions;
  private final Successors successors;
  private final Set<Formula.Named> written = new LinkedHashSet<>();
  private final TypeSpec.Builder type;

  private MachineWriter(MachinePlan machine) {
    this.machine = machine;
    this.plan = machine.policy();
    this.step = Sources.name(plan.own("Step"));
    this.row = Sources.name(plan.own("Row"));
    this.index = new Needs.Index(plan);
    this.methods = new Names("step");
    machine.events().forEach(each -> methods.claim(each.method()));
    for (MachinePlan.RowMethod each : machine.rows()) {
      byRow.computeIfAbsent(each.row().number(), key -> new ArrayList<>()).add(each);
      methods.claim(each.method());
      each.effects().ifPresent(effects -> methods.claim(effects.method()));
    }
    this.conversions = new Conversions(name -> methods.claim(Names.camel(name)));
    this.successors = new Successors(plan, name -> methods.claim(name));
    this.conditions = new Conditions(index, name -> methods.claim(Names.camel(name)), conversions);
    this.type = TypeSpec.classBuilder(Sources.name(plan.machine()))
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addAnnotation(Sources.generated());
  }

  /** The file of a machine. */
  public static GeneratedFile write(MachinePlan machine) {
    return new MachineWriter(machine).write();
  }

  private GeneratedFile write() {
    List<String> doc = new ArrayList<>();
    doc.add(Texts.sentence("Transitions of the VM type `"
        + plan.policy().name()
        + "`. Effects are named, not carried out"));
    plan.policy().doc().ifPresent(each -> doc.add(Texts.sentence(each)));
    type.addJavadoc(Sources.javadoc(0, doc));
    List<MethodSpec> all = new ArrayList<>();
    all.add(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    all.add(stepUsual());
    all.add(step());
    for (MachinePlan.EventMethod event : machine.events()) {
      if (!event.lacking()) {
        all.addAll(event(event));
      }
    }
    for (MachinePlan.RowMethod each : machine.rows()) {
      all.addAll(row(each));
    }
    all.addAll(definitions());
    all.addAll(conversions.methods());
    all.addAll(successors.methods());
    type.addMethods(all);
    if (!effects.isEmpty()) {
      TypeSpec.Builder does = TypeSpec.classBuilder("Does")
          .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
          .addJavadoc("Effects in order, made once.\n");
      effects.forEach((list, name) -> does.addField(effects(list, name)));
      type.addType(does.addMethod(
              MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
          .build());
    }
    return Sources.file(plan.machine(), type.build(), plan.files());
  }

  // --- Events ---------------------------------------------------------------------------------

  private MethodSpec stepUsual() {
    return MethodSpec.methodBuilder("step")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("Answers an event when the environment does what it usually does.\n")
        .addParameter(Sources.name(plan.own("Config")), "c")
        .addParameter(Sources.name(plan.own("State")), "s")
        .addParameter(Sources.name(plan.vocabulary().event()), "event")
        .returns(step)
        .addStatement("return step(c, s, event, $T.USUAL)", Sources.name(plan.own("Chances")))
        .build();
  }

  private MethodSpec step() {
    ClassName events = Sources.name(plan.vocabulary().event());
    CodeBlock.Builder code = CodeBlock.builder();
    if (machine.events().isEmpty()) {
      code.addStatement("return $T.lacking(s)", step);
    } else {
      code.add("return switch (event.kind()) {$>\n");
      List<Piece> lacking = new ArrayList<>();
      for (MachinePlan.EventMethod event : machine.events()) {
        if (event.lacking()) {
          lacking.add(Piece.of("$N", event.event().kind()));
        } else {
          code.add(
              "case $N -> $L;\n",
              event.event().kind(),
              Piece.call(
                  Piece.of("$N", event.method()),
                  arguments(event, events),
                  6,
                  15 + event.event().kind().length(),
                  1));
        }
      }
      if (!lacking.isEmpty()) {
        code.add("case ");
        Piece.fill(code, lacking, 6, 11, 4);
        code.add(" -> $T.lacking(s);\n", step);
      }
      code.add("$<};\n");
    }
    return MethodSpec.methodBuilder("step")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("Answers an event.\n")
        .addParameter(Sources.name(plan.own("Config")), "c")
        .addParameter(Sources.name(plan.own("State")), "s")
        .addParameter(events, "event")
        .addParameter(Sources.name(plan.own("Chances")), "chances")
        .returns(step)
        .addCode(code.build())
        .build();
  }

  /** The arguments of an event's method: parameters are taken out of the event's record. */
  private List<Piece> arguments(MachinePlan.EventMethod event, ClassName events) {
    List<Piece> arguments = new ArrayList<>(needs(event).list());
    List<Place> parameters =
        plan.places().parameters().get(event.event().event().name());
    for (int i = 0; i < arguments.size(); i++) {
      for (int k = 0; parameters != null && k < parameters.size(); k++) {
        if (arguments.get(i).is(parameters.get(k).field().name())) {
          arguments.set(
              i,
              Piece.of(
                  "(($T) event).$N()",
                  events.nestedClass(event.event().record()),
                  event.event().parameters().get(k).name()));
          break;
        }
      }
    }
    return arguments;
  }

  private Function<Node.Answer, Needs> rowsOf(EventPlan event) {
    return answer -> needs(method(answer, event));
  }

  private MachinePlan.RowMethod method(Node.Answer answer, EventPlan event) {
    for (MachinePlan.RowMethod each : byRow.getOrDefault(answer.row(), List.of())) {
      if (each.events().contains(event)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "row " + answer.row() + " does not answer " + event.record());
  }

  private Needs needs(MachinePlan.RowMethod row) {
    Needs needs = index.needs(row.node(), answer -> new Needs());
    row.effects().ifPresent(each -> needs.add(needs(each)));
    return needs;
  }

  private Needs needs(MachinePlan.EventMethod event) {
    Needs needs = new Needs();
    needs.add(index.needs(new Node.Uncovered(), answer -> new Needs()));
    event.onlyWhen().ifPresent(each -> needs.add(index.needs(each)));
    for (MachinePlan.CheckTable table : event.checks()) {
      for (MachinePlan.CheckRow each : table.rows()) {
        needs.add(index.needs(each.when()));
        each.answer().ifPresent(answer -> needs.add(rowsOf(event.event()).apply(answer)));
      }
    }
    event.body().ifPresent(node -> needs.add(index.needs(node, rowsOf(event.event()))));
    return needs;
  }

  private List<MethodSpec> event(MachinePlan.EventMethod event) {
    CodeBlock.Builder code = CodeBlock.builder();
    boolean open = true;
    if (event.onlyWhen().isPresent() && !event.onlyWhen().get().isTrue()) {
      Formula when = event.onlyWhen().get();
      if (when.isFalse()) {
        code.addStatement("return $T.beyond(s)", step);
        open = false;
      } else {
        code.beginControlFlow("if ($L)", conditions.negation(when).code())
            .addStatement("return $T.beyond(s)", step)
            .endControlFlow();
      }
    }
    if (open) {
      for (MachinePlan.CheckTable table : event.checks()) {
        code.add("// $L\n", Texts.comment(table.table().name()));
        checks(code, table.rows(), event.event(), 4);
      }
    }
    Trees trees = new Trees(
        leaves(event.event()),
        conditions,
        index,
        rowsOf(event.event()),
        uncovered(),
        true,
        () -> part(event.method()));
    if (open && event.body().isPresent()) {
      Node body = event.body().get();
      trees.divide(body);
      code.add("return $L;\n", trees.body(body, 4, 11));
    }
    List<MethodSpec> made = new ArrayList<>();
    made.add(MethodSpec.methodBuilder(event.method())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addJavadoc(Sources.javadoc(2, List.of(doc(event))))
        .addParameters(needs(event).parameters(plan))
        .returns(step)
        .addCode(code.build())
        .build());
    parts(made, trees, event.method(), step);
    return made;
  }

  private String part(String method) {
    int number = partsOf.merge(method, 1, Integer::sum);
    return methods.claim(method + "Part" + number);
  }

  private void parts(List<MethodSpec> made, Trees trees, String method, TypeName type) {
    for (Node part : trees.parts()) {
      made.add(MethodSpec.methodBuilder(trees.method(part))
          .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
          .addJavadoc("A part of {@code $L}.\n", method)
          .addParameters(trees.needs(part).parameters(plan))
          .returns(type)
          .addCode("return $L;\n", trees.body(part, 4, 11))
          .build());
    }
  }

  private static String doc(MachinePlan.EventMethod event) {
    String call = event.event().event().name();
    if (!event.event().parameters().isEmpty()) {
      call += "("
          + String.join(
              ", ", event.event().parameters().stream().map(FieldPlan::spelling).toList())
          + ")";
    }
    String tables = "`" + String.join("`, `", event.tables()) + "`";
    return Texts.sentence("Answers `"
        + call
        + "`"
        + (event.tables().isEmpty()
            ? ""
            : (event.tables().size() == 1 ? ": table " : ": tables ") + tables));
  }

  /** Checks in order: the first that covers the point answers; a pass lets through. */
  private void checks(
      CodeBlock.Builder code, List<MachinePlan.CheckRow> rows, EventPlan event, int indent) {
    for (int i = 0; i < rows.size(); i++) {
      MachinePlan.CheckRow each = rows.get(i);
      if (each.answer().isEmpty()) {
        code.add("// $L lets through\n", Texts.comment(each.id()));
        code.beginControlFlow("if ($L)", conditions.negation(each.when()).code());
        checks(code, rows.subList(i + 1, rows.size()), event, indent + 2);
        code.endControlFlow();
        return;
      }
      CodeBlock call = leaves(event).leaf(each.answer().get(), indent + 2, indent + 9, 1);
      if (each.when().isTrue()) {
        code.add("return $L;\n", call);
        return;
      }
      code.add("if ($L) {$>\n", conditions.lines(each.when(), indent + 4, 3))
          .add("return $L;\n", call)
          .add("$<}\n");
    }
  }

  private Piece uncovered() {
    return Piece.of("$T.uncovered(s)", step);
  }

  private Trees.Leaves leaves(EventPlan event) {
    return new Trees.Leaves() {
      @Override
      public CodeBlock leaf(Node leaf, int indent, int before, int after) {
        if (leaf instanceof Node.Answer answer) {
          MachinePlan.RowMethod method = method(answer, event);
          return Piece.call(
              Piece.of("$N", method.method()), needs(method).list(), indent, before, after);
        }
        return uncovered().code();
      }

      @Override
      public Piece flat(Node leaf) {
        if (leaf instanceof Node.Answer answer) {
          MachinePlan.RowMethod method = method(answer, event);
          return Piece.of("$N($L)", method.method(), needs(method).arguments());
        }
        return uncovered();
      }
    };
  }

  // --- Rows -----------------------------------------------------------------------------------

  private List<MethodSpec> row(MachinePlan.RowMethod method) {
    Trees trees = new Trees(
        acts(method),
        conditions,
        index,
        answer -> new Needs(),
        uncovered(),
        true,
        () -> part(method.method()));
    trees.divide(method.node());
    List<MethodSpec> made = new ArrayList<>();
    List<String> doc = new ArrayList<>();
    doc.add(Rows.summary(method.row()));
    doc.add(Rows.cells(method.row()) + " " + Rows.source(method.row()));
    made.add(MethodSpec.methodBuilder(method.method())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addJavadoc(Sources.javadoc(2, doc))
        .addParameters(needs(method).parameters(plan))
        .returns(step)
        .addCode("return $L;\n", trees.body(method.node(), 4, 11))
        .build());
    parts(made, trees, method.method(), step);
    method.effects().ifPresent(each -> effects(made, method, each));
    return made;
  }

  private void effects(
      List<MethodSpec> made, MachinePlan.RowMethod row, MachinePlan.EffectsMethod method) {
    Trees trees = new Trees(
        does(row.row()),
        conditions,
        index,
        answer -> new Needs(),
        Piece.of("$T.of()", ClassName.get(List.class)),
        false,
        () -> part(method.method()));
    trees.divide(method.node());
    TypeName list = Sources.listOf(Sources.name(plan.effects().name()));
    made.add(MethodSpec.methodBuilder(method.method())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addJavadoc(Sources.javadoc(
            2,
            List.of(Texts.sentence("What "
                + row.row().row().id().id()
                + " does: "
                + Rows.cell(row.row(), "effects")))))
        .addParameters(needs(method).parameters(plan))
        .returns(list)
        .addCode("return $L;\n", trees.body(method.node(), 4, 11))
        .build());
    parts(made, trees, method.method(), list);
  }

  private Needs needs(MachinePlan.EffectsMethod method) {
    return index.reads(method.node());
  }

  private Trees.Leaves does(RowPlan planned) {
    return new Trees.Leaves() {
      @Override
      public CodeBlock leaf(Node leaf, int indent, int before, int after) {
        return flat(leaf).code();
      }

      @Override
      public Piece flat(Node leaf) {
        return list(planned, leaf instanceof Node.Does does ? does.effects() : List.of());
      }
    };
  }

  private Piece list(RowPlan planned, List<ConstantPlan> list) {
    return list.isEmpty()
        ? Piece.of("$T.of()", ClassName.get(List.class))
        : Piece.of("Does.$N", constant(planned, list));
  }

  private Trees.Leaves acts(MachinePlan.RowMethod planned) {
    return new Trees.Leaves() {
      @Override
      public CodeBlock leaf(Node leaf, int indent, int before, int after) {
        if (leaf instanceof Node.Act act) {
          return Piece.call(callee(act), arguments(planned, act), indent, before, after);
        }
        return flat(leaf).code();
      }

      @Override
      public Piece flat(Node leaf) {
        if (leaf instanceof Node.Act act) {
          return Piece.of("$L($L)", callee(act), Piece.join(arguments(planned, act), ", "));
        }
        return leaf instanceof Node.Forbid
            ? Piece.of("$T.forbidden($T.$N, s)", step, row, planned.row().constant())
            : uncovered();
      }
    };
  }

  private Piece callee(Node.Act act) {
    return Piece.of("$T.$N", step, act.kind().name().toLowerCase(Locale.ROOT));
  }

  private List<Piece> arguments(MachinePlan.RowMethod planned, Node.Act act) {
    List<Piece> arguments = new ArrayList<>();
    arguments.add(Piece.of("$T.$N", row, planned.row().constant()));
    act.error()
        .ifPresent(error ->
            arguments.add(Piece.of("$T.$N", Sources.name(plan.errors().name()), error.name())));
    arguments.add(successors.after(act.changes(), this::value));
    arguments.add(shown(act.shown()));
    if (act.kind() != Node.Kind.REFUSE) {
      arguments.add(planned
          .effects()
          .map(each -> Piece.of("$N($L)", each.method(), needs(each).arguments()))
          .orElseGet(() -> list(planned.row(), act.effects())));
    }
    return arguments;
  }

  private Piece shown(List<Node.Assignment> shown) {
    ClassName outputs = Sources.name(plan.vocabulary().outputs());
    if (shown.isEmpty()) {
      return Piece.of("$T.NONE", outputs);
    }
    if (shown.size() == 1) {
      return Piece.of("$T.$N($L)", outputs, shown.get(0).field().name(), value(shown.get(0)));
    }
    List<Piece> values = new ArrayList<>();
    for (FieldPlan field : plan.vocabulary().shown()) {
      Optional<Node.Assignment> given = shown.stream()
          .filter(each -> each.field().name().equals(field.name()))
          .findFirst();
      values.add(given.map(this::value).orElse(Piece.of("null")));
    }
    return Piece.of("new $T($L)", outputs, Piece.join(values, ", "));
  }

  private Piece value(Node.Assignment assignment) {
    TypePlan to = assignment.field().type();
    Node.Source source = assignment.value();
    if (source instanceof Node.Constant constant) {
      return Sources.value(to, constant.value());
    }
    if (source instanceof Node.Shifted shifted) {
      Piece read = Conditions.read(shifted.place());
      return shifted.by() < 0
          ? Piece.of("$L - $L", read, -shifted.by())
          : Piece.of("$L + $L", read, shifted.by());
    }
    if (source instanceof Node.Mapped mapped) {
      return conversions.mapped(mapped.map(), mapped.place(), to);
    }
    Place place = ((Node.Read) source).place();
    TypePlan from = place.field().type();
    boolean alike = from.enumeration().equals(to.enumeration())
        && (from.enumeration().isPresent()
            || from.type() == to.type()
            || (from.type().isRange() && to.type().isRange()));
    return alike
        ? Conditions.read(place)
        : conversions.same(place, to, assignment.field().name());
  }

  // --- Constants, definitions, conversions ----------------------------------------------------

  private String constant(RowPlan planned, List<ConstantPlan> list) {
    return effects.computeIfAbsent(list, each -> {
      String joined = String.join("_", each.stream().map(ConstantPlan::name).toList());
      if (joined.length() <= 48) {
        return constants.claim(joined);
      }
      int number = longLists.merge(planned.constant(), 1, Integer::sum);
      return constants.claim(planned.constant() + (number > 1 ? "_" + number : ""));
    });
  }

  private FieldSpec effects(List<ConstantPlan> list, String name) {
    ClassName effect = Sources.name(plan.effects().name());
    List<Piece> pieces =
        list.stream().map(each -> Piece.of("$T.$N", effect, each.name())).toList();
    return FieldSpec.builder(Sources.listOf(effect), name, Modifier.STATIC, Modifier.FINAL)
        .initializer(list(name, pieces))
        .build();
  }

  private CodeBlock list(String name, List<Piece> pieces) {
    Piece callee = Piece.of("$T.of", ClassName.get(List.class));
    int before = 36 + name.length();
    return before + callee.width() + Piece.join(pieces, ", ").width() + 3 <= Piece.LINE
        ? Piece.call(callee, pieces, 4, before, 1)
        : CodeBlock.of("$>$>\n$L$<$<", Piece.call(callee, pieces, 8, 8, 1));
  }

  private List<MethodSpec> definitions() {
    List<MethodSpec> made = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<Formula.Named, String> each :
          List.copyOf(conditions.definitions().entrySet())) {
        if (written.add(each.getKey())) {
          more = true;
          made.add(MethodSpec.methodBuilder(each.getValue())
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .addJavadoc(Sources.javadoc(
                  2, List.of(Texts.sentence("Whether `" + each.getKey().name() + "` holds"))))
              .addParameters(index.needs(each.getKey()).parameters(plan))
              .returns(boolean.class)
              .addCode("return $L;\n", conditions.lines(each.getKey().meaning(), 11, 1))
              .build());
        }
      }
    }
    return made;
  }
}
