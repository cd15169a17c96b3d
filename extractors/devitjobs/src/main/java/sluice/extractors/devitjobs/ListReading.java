package sluice.extractors.devitjobs;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.LimitExceededException;
import sluice.extractors.kit.SourceChangedException;
import sluice.extractors.kit.SourceUnavailableException;

/**
 * Reads the whole list, each advert once, or fails: never a part of it in silence.
 *
 * <p>The list keeps only the items around the visible ones, so each step goes as far as what is painted reaches. That a
 * step has skipped nothing shows in the overlap: some card of the new place must have been there before.
 */
final class ListReading {
  /** Takes each advert once, in the order of the list. */
  @FunctionalInterface
  interface Adverts {
    void take(Card card) throws IOException;
  }

  private static final Duration PAUSE = Duration.ofMillis(50);
  /** Looks at an unmoved end of the list that has no closing line, before its stated total is taken as the proof of the end. */
  private static final int LOOKS_AT_THE_END = 10;

  private final ListView view;
  private final ScrollBounds bounds;
  private final Set<String> seen = new HashSet<>();
  private final Census census = new Census();
  private OptionalLong firstStated = OptionalLong.empty();
  private OptionalLong stated = OptionalLong.empty();

  ListReading(ListView view, ScrollBounds bounds) {
    this.view = view;
    this.bounds = bounds;
  }

  /** The page's own count of its adverts, when it states one. */
  OptionalLong read(Adverts adverts, Budget budget) throws IOException {
    Glimpse now = look(0, Duration.ZERO);
    int fresh = take(now, adverts);
    int idle = 0;
    long reach = Long.MAX_VALUE;
    for (int step = 1; !ended(now, idle); step++) {
      refuseToGoOnForEver(step, idle, budget);
      idle = fresh > 0 ? 0 : idle + 1;
      long from = now.extent().top();
      long to = Math.min(next(now.extent()), addExact(from, reach));
      // A list that waits for a scroll event to load more gets one, although there is nowhere to go.
      Glimpse then = look(idle == 0 ? to : Math.max(0, to - idle % 2), idle == 0 ? Duration.ZERO : PAUSE);
      if (tooFar(then)) {
        reach = Math.max(1, (to - from) / 2);
        refuseAListThatJumps(reach, now.extent());
        then = look(from, Duration.ZERO);
      }
      now = then;
      fresh = take(now, adverts);
    }
    compareWithStated(now);
    census.refuseALostField();
    // Where the count moved while we read, it is what we could know of it.
    return stated.isPresent() ? OptionalLong.of(Math.min(stated.getAsLong(), seen.size())) : stated;
  }

  private Glimpse look(long top, Duration pause) {
    Glimpse glimpse = view.look(top, pause);
    if (glimpse.stated().isPresent()) {
      stated = glimpse.stated();
      firstStated = firstStated.isPresent() ? firstStated : stated;
    }
    return glimpse;
  }

  private int take(Glimpse glimpse, Adverts adverts) throws IOException {
    int fresh = 0;
    for (Card card : glimpse.cards()) {
      if (seen.add(card.id())) {
        fresh++;
        census.count(card);
        adverts.take(card);
      }
    }
    return fresh;
  }

  private static long next(Glimpse.Extent extent) {
    return Math.max(extent.lastTop(), extent.top() + extent.view() / 2);
  }

  private static long addExact(long from, long reach) {
    return reach == Long.MAX_VALUE ? Long.MAX_VALUE : from + reach;
  }

  private boolean tooFar(Glimpse then) {
    return !seen.isEmpty() && !then.cards().isEmpty() && then.cards().stream().noneMatch(card -> seen.contains(card.id()));
  }

  private boolean ended(Glimpse now, int idle) {
    return now.closed() || (idle >= LOOKS_AT_THE_END && stated.isPresent() && seen.size() >= stated.getAsLong() && now.extent().atBottom());
  }

  private void refuseToGoOnForEver(int step, int idle, Budget budget) {
    if (step > bounds.steps()) {
      throw new LimitExceededException(Fault.STEP_LIMIT, "the list is not at its end after " + bounds.steps() + " scroll steps: "
          + soFar() + "; expected the end within browser.max_scrolls");
    }
    if (idle * PAUSE.toMillis() >= bounds.stall().toMillis()) {
      throw new SourceUnavailableException(Fault.PAGE_UNAVAILABLE, "the list stopped growing for " + bounds.stall().toSeconds()
          + " s before its end: " + soFar());
    }
    if (budget.spent()) {
      throw new SourceUnavailableException(Fault.PAGE_UNAVAILABLE, "the time for this source ended within the list: " + soFar()
          + "; a list in a browser cannot be read on from its middle");
    }
  }

  private void refuseAListThatJumps(long reach, Glimpse.Extent extent) {
    if (reach < extent.view() / 16) {
      throw new SourceChangedException(Fault.PAGE_CHANGED, "the list shows other adverts after each small step, none of them seen before: " + soFar());
    }
  }

  /** A living site may gain or lose an advert while one reads; beyond what it said first and last, something was missed. */
  private void compareWithStated(Glimpse last) {
    if (stated.isEmpty()) {
      if (seen.isEmpty()) {
        throw new SourceChangedException(Fault.PAGE_CHANGED, "the list has no advert and the page does not state a number of 0 jobs");
      }
      return;
    }
    long least = Math.min(firstStated.orElseThrow(), stated.getAsLong());
    long most = Math.max(firstStated.orElseThrow(), stated.getAsLong());
    String strangers = last.strangers() == 0 ? "" : "; " + last.strangers() + " items near the end were no adverts";
    if (seen.size() < least) {
      throw new SourceChangedException(Fault.TOO_FEW_ROWS, "the page states " + least + " adverts, its list ended after " + seen.size() + strangers);
    }
    if (seen.size() > most) {
      throw new SourceChangedException(Fault.PAGE_CHANGED, "the page states " + most + " adverts, its list holds " + seen.size() + strangers);
    }
  }

  private String soFar() {
    return seen.size() + " adverts seen of " + (stated.isPresent() ? Long.toString(stated.getAsLong()) : "an unstated number");
  }
}
