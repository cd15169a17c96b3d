package sluice.lake;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Several that do the same at the same moment. */
public final class Race {
  private static final int RUNNERS = 8;

  private Race() {}

  /**
   * What each of the runners, numbered from 0, brings back; the first failure is thrown.
   *
   * @param runner called by each in a thread of its own
   */
  public static <T> List<T> of(IntFunction<T> runner) {
    CountDownLatch ready = new CountDownLatch(RUNNERS);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = IntStream.range(0, RUNNERS).mapToObj(number -> threads.submit(() -> {
        ready.countDown();
        ready.await();
        return runner.apply(number);
      })).toList();
      return running.stream().map(Race::result).toList();
    }
  }

  private static <T> T result(Future<T> running) {
    try {
      return running.get();
    } catch (ExecutionException failed) {
      throw new AssertionError("a runner failed: " + failed.getCause(), failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("stopped while others ran", stopped);
    }
  }
}
