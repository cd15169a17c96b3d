package sluice.quality;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import software.amazon.glue.dqdl.model.condition.date.DateExpression;

/** What keeps a repeated check the same, and the parts of the room apart. */
@AnalyzeClasses(packages = "sluice.quality", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomRulesTest {
  @ArchTest
  static final ArchRule KNOWS_THE_LAKE_ALONE = classes()
      .should().onlyDependOnClassesThat(resideOutsideOfPackage("sluice..").or(resideInAnyPackage("sluice.quality..", "sluice.lake..")));

  @ArchTest
  static final ArchRule ONLY_THE_WIRING_KNOWS_THE_CLOCK_AND_THE_ENVIRONMENT = noClasses()
      .that().doNotHaveSimpleName("Wiring").and().haveSimpleNameNotEndingWith("Handler")
      .should().callMethod(System.class, "getenv")
      .orShould().callMethod(Instant.class, "now")
      .orShould().callMethod(LocalDate.class, "now")
      .orShould().callMethod(Clock.class, "systemUTC");

  /** The parser's own now() is the clock's; that of a static date is not. */
  @ArchTest
  static final ArchRule NOW_IS_THE_START_OF_THE_RUN = noClasses()
      .should().callMethod(DateExpression.CurrentDate.class, "getEvaluatedExpression")
      .orShould().callMethod(DateExpression.CurrentDateExpression.class, "getEvaluatedExpression");

  @ArchTest
  static final ArchRule PACKAGES_DO_NOT_GO_IN_CIRCLES = slices().matching("sluice.quality.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_THE_EDGES_KNOW_AWS = noClasses()
      .that().haveSimpleNameNotStartingWith("Glue").and().doNotHaveSimpleName("Wiring")
      .should().dependOnClassesThat().resideInAPackage("software.amazon.awssdk..");
}
