package dev.foliospec.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** grammar, compiler, generator, cli: each uses those before it, and libraries where they belong. */
class ModuleOrderTest {

  private static final JavaClasses ALL = new ClassFileImporter()
      .withImportOption(location -> !location.contains("/test-classes/"))
      .importPackages("dev.foliospec");

  private static final DescribedPredicate<JavaClass> GRAMMAR =
      resideInAPackage("dev.foliospec.grammar..");
  private static final DescribedPredicate<JavaClass> GENERATOR =
      resideInAPackage("dev.foliospec.generator..");
  private static final DescribedPredicate<JavaClass> CLI = resideInAPackage("dev.foliospec.cli..");
  private static final DescribedPredicate<JavaClass> COMPILER =
      resideInAPackage("dev.foliospec..").and(not(GRAMMAR.or(GENERATOR).or(CLI)));

  @Test
  void grammarUsesNoOtherModule() {
    neverUses(GRAMMAR, COMPILER.or(GENERATOR).or(CLI));
  }

  @Test
  void compilerUsesGrammarOnly() {
    neverUses(COMPILER, GENERATOR.or(CLI));
  }

  @Test
  void generatorUsesTheCompilerOnly() {
    neverUses(GENERATOR, GRAMMAR.or(CLI));
  }

  @Test
  void cliLeavesTheGrammarToTheCompiler() {
    neverUses(CLI, GRAMMAR);
  }

  @Test
  void librariesStayWhereTheyBelong() {
    neverUses(not(GRAMMAR.or(COMPILER)), resideInAnyPackage("org.antlr.."));
    neverUses(not(GENERATOR), resideInAnyPackage("com.palantir.javapoet.."));
    neverUses(not(CLI), resideInAnyPackage("org.apache.commons.cli.."));
  }

  private static void neverUses(
      DescribedPredicate<? super JavaClass> one, DescribedPredicate<? super JavaClass> other) {
    noClasses()
        .that(one)
        .should()
        .dependOnClassesThat(other)
        .allowEmptyShould(true)
        .check(ALL);
  }
}
