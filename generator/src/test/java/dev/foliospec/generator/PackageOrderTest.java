package dev.foliospec.generator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan knows Java but not JavaPoet, writers know JavaPoet but decide nothing. */
class PackageOrderTest {

  private static final String PLAN = "dev.foliospec.generator.plan..";
  private static final String ROWS = "dev.foliospec.generator.rows..";
  private static final String MACHINE = "dev.foliospec.generator.machine..";
  private static final String TEST = "dev.foliospec.generator.test..";
  private static final String EXPORT = "dev.foliospec.generator.export..";
  private static final String FRONT_DOOR = "dev.foliospec.generator";

  private static final JavaClasses GENERATOR = new ClassFileImporter()
      .withImportOption(location -> !location.contains("/test-classes/"))
      .importPackages("dev.foliospec.generator");

  static Stream<Arguments> packagesAndThoseTheyMayNotUse() {
    return Stream.of(
        Arguments.of(PLAN, new String[] {ROWS, MACHINE, TEST, EXPORT, FRONT_DOOR}),
        Arguments.of(ROWS, new String[] {PLAN, MACHINE, TEST, EXPORT, FRONT_DOOR}),
        Arguments.of(MACHINE, new String[] {TEST, EXPORT, FRONT_DOOR}),
        Arguments.of(TEST, new String[] {MACHINE, EXPORT, FRONT_DOOR}),
        Arguments.of(EXPORT, new String[] {MACHINE, TEST, FRONT_DOOR}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packagesAndThoseTheyMayNotUse")
  void aPackageUsesNoneAfterIt(String one, String[] others) {
    noClasses()
        .that()
        .resideInAPackage(one)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(GENERATOR);
  }

  @Test
  void everyPackageHasItsPlace() {
    classes()
        .should()
        .resideInAnyPackage(PLAN, ROWS, MACHINE, TEST, EXPORT, FRONT_DOOR)
        .allowEmptyShould(true)
        .check(GENERATOR);
  }

  @Test
  void onlyTheWritersOfJavaUseJavaPoet() {
    noClasses()
        .that()
        .resideOutsideOfPackages(MACHINE, TEST)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.palantir.javapoet..")
        .allowEmptyShould(true)
        .check(GENERATOR);
  }

  /** Files are returned as values; the command line writes them. */
  @Test
  void theGeneratorTouchesNoDiskAndPrintsNothing() {
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
        .allowEmptyShould(true)
        .check(GENERATOR);
  }
}
