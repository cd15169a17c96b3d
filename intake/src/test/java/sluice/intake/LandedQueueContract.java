package sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.lake.DatasetName;
import sluice.lake.Race;
import sluice.lake.RunId;
import sluice.lake.aws.LocalAws;
import sluice.lake.landing.Claims;
import sluice.lake.landing.DynamoClaims;
import sluice.lake.landing.LandedBatch;
import sluice.lake.landing.LandedObject;
import sluice.lake.store.Backoff;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.S3ObjectStore;
import sluice.lake.workflow.FakeWorkflow;
import sluice.lake.workflow.StartOnce;
import software.amazon.awssdk.services.s3.S3Client;

/** The way of an event, from its queue to the claim on its object version, over a queue, buckets and a table that keep their own rules. */
abstract class LandedQueueContract {
  private static final DatasetName ORDERS = new DatasetName("orders");

  private final Logged logged = new Logged();
  private final FakeWorkflow workflow = new FakeWorkflow();
  private final LandedQueue queue;
  private final LandingBucket landing;
  private final String raw;
  private final String quarantine;
  private final ObjectStore store;
  private final Claims claims;
  private final Intake intake;
  private final IntakeHandler function;

  LandedQueueContract(LocalAws aws) {
    S3Client s3 = aws.client(S3Client.builder());
    queue = new LandedQueue(aws);
    landing = LandingBucket.create(aws, s3);
    raw = aws.bucket(s3);
    quarantine = aws.bucket(s3);
    store = new S3ObjectStore(s3, Backoff.standard(Thread::sleep));
    claims = new DynamoClaims(aws.dynamoDb(), aws.ledgerTable());
    intake = new Intake(
        new Intake.Landing(landing.name(), new S3LandingVersions(s3, landing.name()), () -> Set.of(ORDERS), raw),
        store, claims, new Runs(new StartOnce(workflow), logged.log), new Refusals(store, quarantine, logged.log), logged.log);
    function = new IntakeHandler(intake, logged.log);
  }

  @Test
  void onlyWhatFailedComesAgainAndIsPutAsideInTheEnd() {
    ObjectVersion version = landing.drop("orders/a +%ą.csv");
    String good = Messages.eventBridge(version);
    queue.send(good);
    queue.send("oops");
    queue.drainTo(function);
    assertThat(Collections.frequency(queue.delivered(), good)).isEqualTo(1);
    assertThat(Collections.frequency(queue.delivered(), "oops")).isEqualTo(LandedQueue.RECEIPTS_BEFORE_DEAD);
    assertThat(queue.dead()).containsExactly("oops");
    assertThat(workflow.started()).containsOnlyKeys(claimOn(version).orElseThrow().value());
  }

  @Test
  void whatFailsForAWhileIsDoneWhenItComesAgain() {
    ObjectVersion version = landing.drop("orders/a.csv");
    queue.send(Messages.eventBridge(version));
    queue.drainTo((event, answer, context) -> {
      workflow.down(queue.delivered().size() == 1);
      function.handleRequest(event, answer, context);
    });
    assertThat(queue.delivered()).hasSize(2);
    assertThat(queue.dead()).isEmpty();
    assertThat(workflow.started()).containsOnlyKeys(claimOn(version).orElseThrow().value());
  }

  @Test
  void anEventThatComesAgainJoinsTheRunOfTheFirst() {
    ObjectVersion version = landing.drop("orders/a.csv");
    queue.send(Messages.eventBridge(version));
    queue.drainTo(function);
    queue.send(Messages.notification(version, landing.drop("orders/b.csv")));
    queue.drainTo(function);
    RunId first = claimOn(version).orElseThrow();
    assertThat(workflow.started()).hasSize(2).containsKey(first.value());
    assertThat(store.head(new ObjectRef(raw, LandedBatch.key(first)))).isPresent();
  }

  @Test
  void aVersionThatIsGoneIsNotedAndItsMessageIsDone() {
    ObjectVersion version = landing.drop("orders/a.csv");
    landing.delete(version);
    queue.send(Messages.eventBridge(version));
    queue.drainTo(function);
    assertThat(queue.delivered()).hasSize(1);
    assertThat(queue.dead()).isEmpty();
    assertThat(claimOn(version)).isEmpty();
    assertThat(store.list(quarantine, "")).extracting(ObjectRef::key).containsExactly(Refusals.key(version, Refusal.VERSION_GONE));
  }

  @Test
  void ofSeveralAtOnceOneRunWorksOnWhatTheyShare() {
    ObjectVersion shared = landing.drop("orders/shared.csv");
    List<Taken> taken = Race.of(number -> intake.take(List.of(shared, landing.drop("orders/" + number + ".csv"))));
    assertThat(taken).allSatisfy(one -> assertThat(one.failed()).isEmpty());
    assertThat(workflow.started()).hasSize(taken.size()).containsKey(claimOn(shared).orElseThrow().value());
  }

  private Optional<RunId> claimOn(ObjectVersion version) {
    return claims.of(new LandedObject(ORDERS, version.bucket(), version.key(), version.versionId()));
  }
}
