package sluice.publisher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.lake.RunId;

/** The lock and the publication in memory, with a note of everything that was remembered. */
final class InMemoryBuildTable implements BuildTable {
  final List<Publication> remembered = new ArrayList<>();
  private LockHolder holder;
  private Runnable beforeTakeover = () -> {};

  InMemoryBuildTable heldBy(LockHolder other) {
    holder = other;
    return this;
  }

  InMemoryBuildTable showing(Publication publication) {
    remembered.add(publication);
    return this;
  }

  /** What happens between somebody's look at the lock and their attempt to take it over. */
  InMemoryBuildTable beforeTakeover(Runnable event) {
    beforeTakeover = event;
    return this;
  }

  @Override
  public Optional<LockHolder> lockHolder() {
    return Optional.ofNullable(holder);
  }

  @Override
  public synchronized boolean takeLock(LockHolder mine) {
    if (holder != null) {
      return false;
    }
    holder = mine;
    return true;
  }

  @Override
  public synchronized boolean takeLockFrom(LockHolder seen, LockHolder mine) {
    beforeTakeover.run();
    if (!seen.equals(holder)) {
      return false;
    }
    holder = mine;
    return true;
  }

  @Override
  public synchronized boolean releaseLock(RunId runId) {
    boolean own = holder != null && holder.runId().equals(runId);
    if (own) {
      holder = null;
    }
    return own;
  }

  @Override
  public Optional<Publication> publication() {
    return remembered.isEmpty() ? Optional.empty() : Optional.of(remembered.getLast());
  }

  @Override
  public void remember(Publication publication) {
    remembered.add(publication);
  }
}
