package sluice.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.lake.RunId;
import sluice.lake.Slot;
import sluice.lake.athena.QueryFailedException;

class PrepareBuildTest {
  private static final LockHolder MINE = new LockHolder(new RunId("mine"), "arn:mine");
  private static final LockHolder OTHER = new LockHolder(new RunId("other"), "arn:other");

  private final InMemoryBuildTable table = new InMemoryBuildTable();
  private final FakeWarehouse warehouse = new FakeWarehouse();
  private final Logged logged = new Logged();

  @Test
  void startsWithBlueWhenNothingWasEverPublished() {
    assertThat(prepare("")).isEqualTo(Slot.BLUE);
    assertThat(table.lockHolder()).contains(MINE);
    assertThat(logged.events()).containsExactly(Map.of("event", "build_slot_chosen", "runId", "mine", "slot", "blue"));
  }

  @Test
  void takesTheSlotThatReadersDoNotSee() {
    table.showing(new Publication(Slot.BLUE, new RunId("before"), Publication.State.PUBLISHED));
    assertThat(prepare("")).isEqualTo(Slot.GREEN);
    table.showing(new Publication(Slot.GREEN, new RunId("mine"), Publication.State.PUBLISHED));
    assertThat(prepare("")).isEqualTo(Slot.BLUE);
  }

  @Test
  void givesTheSameSlotWhenItIsAskedAgain() {
    assertThat(prepare("arn:mine")).isEqualTo(prepare("arn:mine"));
  }

  @Test
  void makesARunWaitWhileAnotherOneBuilds() {
    table.heldBy(OTHER);
    assertThatThrownBy(() -> prepare("arn:other"))
        .isInstanceOf(BuildBusyException.class)
        .hasMessage("the build lock is held by run other (arn:other)");
    assertThat(table.lockHolder()).contains(OTHER);
    assertThat(logged.events())
        .containsExactly(Map.of("event", "build_busy", "runId", "mine", "holder", "run other (arn:other)"));
  }

  @Test
  void takesTheLockOverFromARunThatHasEnded() {
    table.heldBy(OTHER);
    assertThat(prepare("")).isEqualTo(Slot.BLUE);
    assertThat(table.lockHolder()).contains(MINE);
    assertThat(logged.events()).first()
        .isEqualTo(Map.of("event", "build_lock_taken_over", "runId", "mine", "holder", "other"));
  }

  @Test
  void waitsWhenAThirdRunWasFasterInTakingOver() {
    LockHolder third = new LockHolder(new RunId("third"), "arn:third");
    table.heldBy(OTHER).beforeTakeover(() -> table.heldBy(third));
    assertThatThrownBy(() -> prepare("")).isInstanceOf(BuildBusyException.class);
    assertThat(table.lockHolder()).contains(third);
  }

  @Test
  void finishesAPublicationThatWasCutOffBeforeItCallsASlotIdle() {
    warehouse.table("sluice_green", "job_postings", 3).table("sluice_green", "currency_rates", 2);
    warehouse.views.put("job_postings", "sluice_green");
    warehouse.views.put("currency_rates", "sluice_blue");
    Publication cutOff = new Publication(Slot.GREEN, new RunId("other"), Publication.State.PUBLISHING);
    table.showing(cutOff);
    assertThat(prepare("")).isEqualTo(Slot.BLUE);
    assertThat(warehouse.views).containsEntry("job_postings", "sluice_green").containsEntry("currency_rates", "sluice_green");
    assertThat(table.publication()).contains(new Publication(Slot.GREEN, new RunId("other"), Publication.State.PUBLISHED));
    assertThat(logged.events()).first().isEqualTo(Map.of("event", "publication_rolled_forward", "runId", "other",
        "slot", "green", "marts", List.of("currency_rates", "job_postings"), "millis", 2000));
  }

  @Test
  void givesNoSlotWhileAPublicationCannotBeFinished() {
    warehouse.table("sluice_green", "job_postings", 3).failingAt("CREATE");
    Publication cutOff = new Publication(Slot.GREEN, new RunId("other"), Publication.State.PUBLISHING);
    table.showing(cutOff);
    assertThatThrownBy(() -> prepare("")).isInstanceOf(QueryFailedException.class);
    assertThat(table.publication()).contains(cutOff);
  }

  private Slot prepare(String runningExecution) {
    return new PrepareBuild(table, arn -> arn.equals(runningExecution), warehouse,
        new ReaderViews(warehouse, warehouse.clock()), logged.log).prepare(MINE);
  }
}
