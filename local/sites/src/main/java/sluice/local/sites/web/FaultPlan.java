package sluice.local.sites.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The faults still to come, for each route in the order they were planned; when they are used up the route is honest again. */
public final class FaultPlan implements AutoCloseable {
  private static final class Planned {
    final Fault fault;
    int left;

    Planned(Fault fault, int times) {
      this.fault = fault;
      this.left = times;
    }
  }

  private final Map<String, Deque<Planned>> plans = new HashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** The next {@code after} answers stay honest, then {@code times} answers go wrong. */
  public synchronized void plan(String route, Fault fault, int after, int times) {
    Deque<Planned> plan = plans.computeIfAbsent(route, ignored -> new ArrayDeque<>());
    if (after > 0) {
      plan.add(new Planned(Fault.NONE, after));
    }
    plan.add(new Planned(fault, times));
  }

  public synchronized void clear() {
    plans.clear();
  }

  /** How many answers of each route are still planned. */
  public synchronized Map<String, Integer> left() {
    Map<String, Integer> left = new TreeMap<>();
    plans.forEach((route, plan) -> left.put(route, plan.stream().mapToInt(p -> p.left).sum()));
    left.values().removeIf(n -> n == 0);
    return left;
  }

  synchronized Fault next(String route) {
    Deque<Planned> plan = plans.get(route);
    if (plan == null || plan.isEmpty()) {
      return Fault.NONE;
    }
    Planned head = plan.peek();
    if (--head.left == 0) {
      plan.remove();
    }
    return head.fault;
  }

  /** A stalled answer is let go at once when the site closes. */
  void waitOut(Duration stall) {
    if (stall.isZero()) {
      return;
    }
    try {
      closing.await(stall.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
