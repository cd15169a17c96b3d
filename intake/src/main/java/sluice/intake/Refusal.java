package sluice.intake;

import java.util.Locale;

/** Why an object version is not taken in; the codes are stable, because people search for them. */
enum Refusal {
  /** The first segment of the key is no dataset that has a contract, or there is no segment. */
  UNKNOWN_DATASET("unknown", "a key <dataset>/<file>, where contracts/<dataset>.yml exists",
      "add the contract and deploy it, and the next sweep takes the object in; or upload it again under its dataset"),
  /** The event is about a bucket that the pipeline does not read. */
  FOREIGN_BUCKET("unknown", "an object in the landing bucket", "take the event's rule or notification away from that bucket"),
  /** The version was deleted before it was taken in. */
  VERSION_GONE("missing", "the version to be kept until it is in raw",
      "upload the object again; let the landing bucket keep versions for some days");

  private final String folder;
  private final String expected;
  private final String mend;

  Refusal(String folder, String expected, String mend) {
    this.folder = folder;
    this.expected = expected;
    this.mend = mend;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The folder of the quarantine zone that its notes are in. */
  String folder() {
    return folder;
  }

  String expected() {
    return expected;
  }

  String mend() {
    return mend;
  }
}
