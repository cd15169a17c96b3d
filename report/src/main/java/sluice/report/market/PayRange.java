package sluice.report.market;

/**
 * Monthly pay of one group of postings: half of them lie between the quartiles.
 *
 * @param group a technology or a level
 * @param postings how many of the group state pay
 */
public record PayRange(String group, Currency currency, long postings, double lower, double median, double upper) {}
