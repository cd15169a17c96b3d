package sluice.extractors.kit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import sluice.lake.DatasetName;

/**
 * What an extract function answers.
 *
 * @param rows of all legs so far
 * @param statedTotal what the source itself says it holds; missing where it says nothing
 * @param manifest the manifest's key; missing while the extraction continues
 * @param parts objects written by all legs so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExtractAnswer(
    DatasetName source, Status status, int leg, long rows, Long statedTotal, String manifest, int parts) {

  /** Whether the workflow has to ask for another leg. */
  public enum Status {
    @JsonProperty("complete")
    COMPLETE,
    @JsonProperty("continue")
    CONTINUE
  }
}
