package sluice.validator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import sluice.lake.ledger.Counts;

/**
 * How far the gate came with a dataset.
 *
 * @param status {@code done}; {@code continue} when the call ran out of time; {@code stopped} when a contract wants somebody to look
 * @param from how many objects are judged now
 * @param counts rows of all of them, over all calls of the run
 * @param refusals reason codes of all refused rows and objects, each once
 * @param dates ingest dates of which this call judged objects with rows that were let in, now or before; each once
 * @param cause what stopped the run; null elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ValidateAnswer(String status, int from, Counts counts, List<String> refusals,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LocalDate> dates, String cause) {}
