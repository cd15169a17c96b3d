package sluice.lake;

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
import java.util.Random;
import java.util.UUID;

/** What keeps the lake a place that every stage can stand on. */
@AnalyzeClasses(packages = "sluice.lake", importOptions = ImportOption.DoNotIncludeTests.class)
class LakeRulesTest {
  @ArchTest
  static final ArchRule DEPENDS_ON_NO_OTHER_ROOM = classes().that().resideInAPackage("sluice.lake..")
      .should().onlyDependOnClassesThat().resideOutsideOfPackage("sluice..")
      .orShould().onlyDependOnClassesThat().resideInAnyPackage(
          "sluice.lake..", "java..", "com.fasterxml.jackson..", "com.amazonaws.services.lambda.runtime..",
          "com.github.luben.zstd..", "org.apache.parquet..", "org.snakeyaml.engine..", "software.amazon.awssdk..");

  @ArchTest
  static final ArchRule HADOOP_IS_NEVER_USED =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.hadoop..");

  @ArchTest
  static final ArchRule THE_SAME_INPUT_GIVES_THE_SAME_OUTPUT = noClasses()
      .should().callMethod(System.class, "getenv")
      .orShould().callMethod(System.class, "getenv", String.class)
      .orShould().callMethod(System.class, "currentTimeMillis")
      .orShould().callMethod(Instant.class, "now")
      .orShould().callMethod(LocalDate.class, "now")
      .orShould().callMethod(Clock.class, "systemUTC")
      .orShould().callMethod(UUID.class, "randomUUID")
      .orShould().dependOnClassesThat().areAssignableTo(Random.class);

  @ArchTest
  static final ArchRule PACKAGES_DO_NOT_GO_IN_CIRCLES =
      slices().matching("sluice.lake.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_THE_SEAMS_TO_AWS_AND_THEIR_CLIENTS_KNOW_IT = noClasses()
      .that().resideOutsideOfPackages("sluice.lake.store..", "sluice.lake.ledger..", "sluice.lake.landing..",
          "sluice.lake.workflow..", "sluice.lake.athena..", "sluice.lake.aws..")
      .should().dependOnClassesThat().resideInAPackage("software.amazon.awssdk..");
}
