package dev.foliospec;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading down the compiler's list of packages is reading its pipeline: nothing points back. */
class PackageOrderTest {

  /** A package may use those before it, never those after it. */
  private static final List<String> ORDER = Stream.of(
          "source",
          "diagnostic",
          "syntax",
          "model",
          "resolve",
          "run",
          "engine",
          "explore",
          "property",
          "observe",
          "refine",
          "check",
          "suite",
          "diff",
          "coverage",
          "compile")
      .map(name -> "dev.foliospec." + name + "..")
      .toList();

  private static final JavaClasses COMPILER = new ClassFileImporter()
      .withImportOption(location -> !location.contains("/test-classes/"))
      .withImportOption(location -> !location.contains("dev/foliospec/grammar/"))
      .importPackages("dev.foliospec");

  private static final DescribedPredicate<JavaClass> ANTLR =
      resideInAnyPackage("org.antlr..", "dev.foliospec.grammar..");

  static Stream<Arguments> packagesAndThoseAfter() {
    return IntStream.range(0, ORDER.size() - 1)
        .mapToObj(i -> Arguments.of(ORDER.get(i), ORDER.subList(i + 1, ORDER.size())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packagesAndThoseAfter")
  void aPackageUsesNoneAfterIt(String one, List<String> later) {
    noClasses()
        .that()
        .resideInAPackage(one)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(later.toArray(String[]::new))
        .allowEmptyShould(true)
        .check(COMPILER);
  }

  @Test
  void everyPackageHasItsPlace() {
    classes().should().resideInAnyPackage(ORDER.toArray(String[]::new)).check(COMPILER);
  }

  @Test
  void diagnosticsDoNotKnowHowTheyAreRendered() {
    noClasses()
        .that()
        .resideInAPackage("dev.foliospec.diagnostic")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.foliospec.diagnostic.render..")
        .check(COMPILER);
  }

  @Test
  void theInterpreterKnowsNothingOfExploring() {
    noClasses()
        .that()
        .resideInAPackage("dev.foliospec.run..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.foliospec.explore..")
        .check(COMPILER);
  }

  @Test
  void antlrStopsAtTheParser() {
    classes()
        .that(describe(
            "use ANTLR",
            user -> user.getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> ANTLR.test(use.getTargetClass()))))
        .should()
        .resideInAPackage("dev.foliospec.syntax..")
        .andShould()
        .notBeInterfaces()
        .allowEmptyShould(true)
        .check(COMPILER);
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should()
        .notHaveRawReturnType(ANTLR)
        .andShould()
        .notHaveRawParameterTypes(describe("of ANTLR's", types -> types.stream().anyMatch(ANTLR)))
        .check(COMPILER);
  }

  /** Sources come in and results go out as values; only the edges touch a disk or a terminal. */
  @Test
  void theCompilerReadsNoFileAndPrintsNothing() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File.*|Print(Stream|Writer)|RandomAccessFile)")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(COMPILER);
  }
}
