package sluice.local.sites.rates;

import java.util.stream.Stream;

/** A history of exchange rates, produced row by row so that thirty years of them never stand in memory. */
@FunctionalInterface
public interface RateHistory {
  Stream<Rate> rows();
}
