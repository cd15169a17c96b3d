package sluice.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.lake.Race;
import sluice.lake.RunId;
import sluice.lake.Slot;

/** What every build table promises, the one for tests as well as the real one. */
abstract class BuildTableContract {
  private static final LockHolder ONE = new LockHolder(new RunId("one"), "arn:one");
  private static final LockHolder TWO = new LockHolder(new RunId("two"), "arn:two");

  private final BuildTable table;

  /** @param table empty */
  BuildTableContract(BuildTable table) {
    this.table = table;
  }

  @Test
  void keepsTheLockForOneAtATime() {
    assertThat(table.lockHolder()).isEmpty();
    assertThat(table.takeLock(ONE)).isTrue();
    assertThat(table.takeLock(TWO)).isFalse();
    assertThat(table.takeLock(ONE)).isFalse();
    assertThat(table.lockHolder()).contains(ONE);
  }

  @Test
  void ofSeveralAtOnceOneGetsTheLock() {
    List<Boolean> taken = Race.of(number -> table.takeLock(holder(number)));
    assertThat(taken).containsOnlyOnce(true);
    assertThat(table.lockHolder()).contains(holder(taken.indexOf(true)));
  }

  @Test
  void ofSeveralThatSawTheSameHolderOneGetsTheLock() {
    table.takeLock(ONE);
    List<Boolean> taken = Race.of(number -> table.takeLockFrom(ONE, holder(number)));
    assertThat(taken).containsOnlyOnce(true);
    assertThat(table.lockHolder()).contains(holder(taken.indexOf(true)));
  }

  @Test
  void givesTheLockOnlyToWhoSawItsHolder() {
    table.takeLock(ONE);
    LockHolder three = new LockHolder(new RunId("three"), "arn:three");
    assertThat(table.takeLockFrom(ONE, TWO)).isTrue();
    assertThat(table.takeLockFrom(ONE, three)).isFalse();
    assertThat(table.lockHolder()).contains(TWO);
  }

  @Test
  void takesNoLockFromAHolderThatIsGone() {
    assertThat(table.takeLockFrom(ONE, TWO)).isFalse();
    assertThat(table.lockHolder()).isEmpty();
  }

  @Test
  void releasesOnlyItsOwnLock() {
    table.takeLock(ONE);
    assertThat(table.releaseLock(TWO.runId())).isFalse();
    assertThat(table.lockHolder()).contains(ONE);
    assertThat(table.releaseLock(ONE.runId())).isTrue();
    assertThat(table.releaseLock(ONE.runId())).isFalse();
    assertThat(table.lockHolder()).isEmpty();
  }

  @Test
  void remembersWhatReadersSee() {
    assertThat(table.publication()).isEmpty();
    Publication publication = new Publication(Slot.GREEN, ONE.runId(), Publication.State.PUBLISHING);
    table.remember(publication);
    assertThat(table.publication()).contains(publication);
    table.remember(publication.finished());
    assertThat(table.publication()).contains(new Publication(Slot.GREEN, ONE.runId(), Publication.State.PUBLISHED));
  }

  private static LockHolder holder(int number) {
    return new LockHolder(new RunId("run-" + number), "arn:run-" + number);
  }
}
