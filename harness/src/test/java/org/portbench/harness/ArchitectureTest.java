package org.portbench.harness;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.Timer;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.BaseStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each part of portbench may know of the others, and what the model may not touch at all. */
final class ArchitectureTest {
  private static final String ROOT = "org.portbench.";
  private static final Set<String> MODULES =
      Set.of("hardware", "results", "strategies", "reports", "harness");
  private static final String[] MODEL = {ROOT + "hardware..", ROOT + "strategies.."};

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.portbench");

  @ParameterizedTest
  @ValueSource(strings = {"hardware", "results", "strategies", "reports", "harness"})
  void theClassesOfEachModuleAreRead(String module) {
    assertFalse(CLASSES.that(resideInAPackage(ROOT + module + "..")).isEmpty(), "none read");
  }

  @Test
  void everyClassBelongsToAModule() {
    check(
        classes()
            .should()
            .resideInAnyPackage(
                MODULES.stream().map(module -> ROOT + module + "..").toArray(String[]::new)));
  }

  @ParameterizedTest
  @CsvSource({
    "hardware, ''",
    "results, ''",
    "strategies, hardware",
    "reports, results",
    "harness, hardware results strategies reports"
  })
  void aModuleUsesOnlyTheModulesItMay(String module, String allowed) {
    Set<String> forbidden = new TreeSet<>(MODULES);
    forbidden.remove(module);
    Set.of(allowed.split(" ", -1)).forEach(forbidden::remove);
    for (String other : forbidden) {
      check(
          noClasses()
              .that()
              .resideInAPackage(ROOT + module + "..")
              .should()
              .dependOnClassesThat()
              .resideInAPackage(ROOT + other + ".."));
    }
  }

  @Test
  void packagesFormNoCycle() {
    check(slices().matching(ROOT + "(**)").should().beFreeOfCycles());
  }

  @Test
  void theModelHasNoClockButItsOwn() {
    checkModel(
        accessTargetWhere(
                target(owner(type(System.class))).and(target(nameMatching("(current|nano).*"))))
            .or(
                accessTargetWhere(
                    target(owner(resideInAPackage("java.time..")))
                        .and(target(nameMatching("now")))))
            .or(dependOnClassesThat(assignableTo(Clock.class))));
  }

  @Test
  void theModelStartsNoThread() {
    checkModel(
        dependOnClassesThat(
                belongToAnyOf(Thread.class, Timer.class)
                    .or(assignableTo(Executor.class))
                    .or(assignableTo(CompletionStage.class))
                    .or(nameMatching("java[.]util[.]concurrent[.](Executors|ForkJoin.*|.*Scope)")))
            .or(
                accessTargetWhere(
                    target(nameMatching("parallel(Stream)?"))
                        .and(
                            target(
                                owner(
                                    assignableTo(BaseStream.class)
                                        .or(assignableTo(Iterable.class))))))));
  }

  @Test
  void theModelDrawsRandomNumbersOnlyFromItsSeed() {
    checkModel(
        dependOnClassesThat(assignableTo(Random.class).or(type(UUID.class)))
            .or(
                accessTargetWhere(
                    target(owner(belongToAnyOf(Math.class, StrictMath.class)))
                        .and(target(nameMatching("random")))))
            .or(
                accessTargetWhere(
                    target(owner(type(System.class)))
                        .and(target(nameMatching("identityHashCode"))))));
  }

  @Test
  void theModelUsesNoNetwork() {
    checkModel(dependOnClassesThat(resideInAnyPackage("java.net..", "java.nio.channels..")));
  }

  @Test
  void theModelReadsFilesOnlyInCost() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(MODEL)
            .and()
            .resideOutsideOfPackage(ROOT + "hardware.cost..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file.."));
  }

  @Test
  void mathThatMayDifferBetweenMachinesIsStrict() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(MODEL)
            .or()
            .resideInAPackage(ROOT + "harness.workload..")
            .should(
                accessTargetWhere(
                    target(owner(type(Math.class)))
                        .and(
                            target(
                                nameMatching(
                                    "a?(sin|cos|tan)h?|atan2|exp(m1)?|log(10|1p)?|pow|sqrt|cbrt|hypot")))))
            .because("StrictMath gives the same bits everywhere"));
  }

  @Test
  void onlyReportsDraws() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "reports..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jfree.."));
  }

  @Test
  void aStrategyKnowsNoOtherStrategy() {
    DescribedPredicate<JavaClass> concrete =
        implement(ROOT + "strategies.MessagingStrategy")
            .and(describe("not abstract", type -> !modifier(JavaModifier.ABSTRACT).test(type)))
            .and(DescribedPredicate.not(INTERFACES));
    Set<String> strategies = new HashSet<>();
    CLASSES.that(resideInAPackage(ROOT + "strategies.builtin..")).that(concrete).stream()
        .map(ArchitectureTest::outermost)
        .forEach(strategies::add);

    for (String strategy : strategies) {
      check(
          noClasses()
              .that(describe("belong to " + strategy, type -> outermost(type).equals(strategy)))
              .should()
              .dependOnClassesThat(
                  describe(
                      "belong to another strategy",
                      type ->
                          strategies.contains(outermost(type))
                              && !outermost(type).equals(strategy))));
    }
  }

  private static String outermost(JavaClass type) {
    JavaClass outer = type.getBaseComponentType();
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer.getName();
  }

  private static void checkModel(ArchCondition<JavaClass> forbidden) {
    check(noClasses().that().resideInAnyPackage(MODEL).should(forbidden));
  }

  /** Fails on a violation, not on a package still without classes. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
