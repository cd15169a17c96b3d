package sluice.report.market;

import java.time.LocalDate;

/** What one source posted on one day, and how many of those postings state pay. */
public record PostingDay(LocalDate day, String source, long postings, long statingPay) {}
