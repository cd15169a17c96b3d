package sluice.validator;

import com.fasterxml.jackson.annotation.JsonInclude;
import sluice.lake.DatasetName;

/** The verdict as the workflow reads it; counts are rows. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ValidateAnswer(
    DatasetName dataset,
    int part,
    String verdict,
    long read,
    long accepted,
    long quarantined,
    long duplicates,
    String object,
    String output,
    String reason,
    String detail) {
  // The workflow carries one answer for each of perhaps thousands of parts.
  private static final int LONGEST_DETAIL = 500;

  static ValidateAnswer of(ValidateEvent event, Gate.Judged judged) {
    return switch (judged.verdict()) {
      case Verdict.Accepted accepted -> new ValidateAnswer(event.dataset(), event.part(), "accepted",
          accepted.rows(), accepted.rows(), 0, 0, judged.object(), accepted.output(), null, null);
      case Verdict.Quarantined refused -> new ValidateAnswer(event.dataset(), event.part(), "quarantined",
          refused.rows(), 0, refused.rows(), 0, judged.object(), null, refused.reason().code(), cut(refused.detail()));
    };
  }

  private static String cut(String detail) {
    return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…";
  }
}
