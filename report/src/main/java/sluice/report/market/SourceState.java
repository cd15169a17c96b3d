package sluice.report.market;

import java.time.LocalDate;
import java.util.Optional;

/** What readers see of one source. */
public record SourceState(String source, long postings, long statingPay, Optional<LocalDate> newestPosting) {}
