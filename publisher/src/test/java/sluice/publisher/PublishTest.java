package sluice.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.lake.RunId;
import sluice.lake.Slot;
import sluice.lake.athena.QueryFailedException;

class PublishTest {
  private static final RunId RUN = new RunId("run-1");

  private final InMemoryBuildTable table = new InMemoryBuildTable().heldBy(new LockHolder(RUN, "arn:run-1"));
  private final FakeWarehouse warehouse = new FakeWarehouse();
  private final Logged logged = new Logged();

  @BeforeEach
  void built() {
    warehouse.table("sluice_green", "job_postings", 361).table("sluice_green", "currency_rates", 8214);
  }

  @Test
  void movesEveryViewToTheSlotAndCountsItsRows() {
    PublishAnswer answer = publish();
    assertThat(answer).isEqualTo(
        new PublishAnswer(Map.of("job_postings", 361L, "currency_rates", 8214L), Instant.parse("2026-11-21T06:00:03Z")));
    assertThat(warehouse.views).isEqualTo(Map.of("job_postings", "sluice_green", "currency_rates", "sluice_green"));
  }

  @Test
  void startsAllReplacementsBeforeItWaitsForOne() {
    publish();
    assertThat(warehouse.happened).extracting(line -> line.split(" ")[0] + (line.contains("VIEW") ? " view" : " count"))
        .containsExactly("start count", "await count", "start view", "start view", "await view", "await view");
  }

  @Test
  void remembersWhereToBeforeTheFirstViewMovesAndThatItIsDoneAfterTheLast() {
    publish();
    assertThat(table.remembered).containsExactly(
        new Publication(Slot.GREEN, RUN, Publication.State.PUBLISHING),
        new Publication(Slot.GREEN, RUN, Publication.State.PUBLISHED));
  }

  @Test
  void saysHowLongReadersCouldHaveSeenAMixture() {
    publish();
    assertThat(logged.events()).last().isEqualTo(Map.of("event", "marts_published", "runId", "run-1", "slot", "green",
        "marts", Map.of("currency_rates", 8214, "job_postings", 361), "mixtureMillis", 2000));
  }

  @Test
  void publishesTheSameAgain() {
    PublishAnswer first = publish();
    assertThat(publish().marts()).isEqualTo(first.marts());
    assertThat(table.publication()).contains(new Publication(Slot.GREEN, RUN, Publication.State.PUBLISHED));
  }

  @Test
  void movesNoViewWhenATableCannotBeRead() {
    warehouse.failingAt("count(*)");
    assertThatThrownBy(this::publish)
        .isInstanceOf(QueryFailedException.class)
        .hasMessage("query query-1 is FAILED: told to");
    assertThat(warehouse.views).isEmpty();
    assertThat(table.remembered).isEmpty();
  }

  @Test
  void leavesAPublicationThatBrokeForTheNextRunToFinish() {
    warehouse.failingAt("VIEW \"sluice_curated\".\"job_postings\"");
    assertThatThrownBy(this::publish).isInstanceOf(QueryFailedException.class);
    assertThat(table.publication()).contains(new Publication(Slot.GREEN, RUN, Publication.State.PUBLISHING));
  }

  @Test
  void doesNotPublishAnEmptySlot() {
    assertThatThrownBy(() -> core().publish(RUN, Slot.BLUE))
        .isInstanceOf(NothingToPublishException.class)
        .hasMessage("no Iceberg table in sluice_blue; expected the marts that dbt built");
  }

  @Test
  void doesNotPublishForARunThatWasTakenForDead() {
    table.heldBy(new LockHolder(new RunId("run-2"), "arn:run-2"));
    assertThatThrownBy(this::publish)
        .isInstanceOf(LockLostException.class)
        .hasMessage("run run-1 does not hold the build lock; run run-2 does");
    table.heldBy(null);
    assertThatThrownBy(this::publish).hasMessage("run run-1 does not hold the build lock; nobody does");
    assertThat(warehouse.views).isEmpty();
  }

  @Test
  void putsNoStrangeNameIntoSql() {
    warehouse.table("sluice_green", "x\"; DROP TABLE y", 1);
    assertThatThrownBy(this::publish)
        .hasMessage("not a name for SQL: expected [a-z][a-z0-9_]{0,62}, found x\"; DROP TABLE y");
    assertThat(warehouse.happened).isEmpty();
  }

  private PublishAnswer publish() {
    return core().publish(RUN, Slot.GREEN);
  }

  private Publish core() {
    return new Publish(table, warehouse, new ReaderViews(warehouse, warehouse.clock()), logged.log, warehouse.clock());
  }
}
