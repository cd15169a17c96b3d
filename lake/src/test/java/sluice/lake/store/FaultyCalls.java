package sluice.lake.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Numbers what a process asks of the stores, ledgers and queues around it, from 1, and lets one call go wrong. After a
 * crash no call gets through any more.
 */
public final class FaultyCalls {
  private final int faultAt;
  private final Injection injection;
  private final List<String> made = new ArrayList<>();
  private boolean dead;

  private FaultyCalls(int faultAt, Injection injection) {
    this.faultAt = faultAt;
    this.injection = injection;
  }

  /** Only counts. */
  public static FaultyCalls counting() {
    return new FaultyCalls(0, null);
  }

  public static FaultyCalls failing(int atCall, Injection injection) {
    return new FaultyCalls(atCall, injection);
  }

  /** Every call so far: its operation, a space, and what it is about. */
  public synchronized List<String> made() {
    return List.copyOf(made);
  }

  /**
   * The same seam, whose calls are numbered too, such as {@code VerdictLedger.commit}. Its calls do all or nothing, as a
   * conditional write does: a connection that breaks half-way has done nothing.
   */
  public <T> T around(Class<T> seam, T inner) {
    return seam.cast(Proxy.newProxyInstance(seam.getClassLoader(), new Class<?>[] {seam}, (proxy, method, arguments) -> {
      String about = arguments == null ? "" : Arrays.stream(arguments).map(String::valueOf).collect(Collectors.joining(" "));
      return make(seam.getSimpleName() + "." + method.getName() + " " + about, fault -> {
        if (fault == Injection.SHORT_WRITE) {
          throw unavailable("the connection broke in " + method.getName());
        }
        try {
          return method.invoke(inner, arguments);
        } catch (InvocationTargetException thrown) {
          throw unchecked(thrown.getCause());
        } catch (IllegalAccessException seamsArePublic) {
          throw new IllegalStateException(seamsArePublic);
        }
      });
    }));
  }

  <T> T make(String what, Call<T> call) {
    int number = next(what);
    Injection fault = number == faultAt ? injection : null;
    if (fault == Injection.CRASH_BEFORE) {
      throw crash(number, what);
    }
    if (fault == Injection.UNAVAILABLE) {
      throw unavailable("503 SlowDown answers " + what);
    }
    T answer = call.with(fault);
    if (fault == Injection.CRASH_AFTER) {
      throw crash(number, what);
    }
    if (fault == Injection.LOST_ANSWER) {
      throw unavailable("no answer to " + what);
    }
    return answer;
  }

  private synchronized int next(String what) {
    if (dead) {
      // What a dead process would still do in its finally blocks must not reach the store.
      throw new SimulatedCrash(what + ", after the end");
    }
    made.add(what);
    return made.size();
  }

  private synchronized SimulatedCrash crash(int number, String what) {
    dead = true;
    return new SimulatedCrash(number + ": " + what);
  }

  static StoreException unavailable(String message) {
    return new StoreException(Fault.UNAVAILABLE, message, null);
  }

  private static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(thrown);
  }

  /** What is done of a call on which this fault is laid; null where none is. */
  interface Call<T> {
    T with(Injection fault);
  }
}
