package sluice.cli.deploy;

import java.util.List;

/** What Terraform would change, or has changed, in one stack; a replaced resource counts as one added and one destroyed. */
public record StackChanges(Stack stack, int added, int changed, int destroyed, List<Change> changes) {
  public StackChanges {
    changes = List.copyOf(changes);
  }

  /**
   * One resource.
   *
   * @param address such as {@code module.bucket["raw"].aws_s3_bucket.this}
   * @param action Terraform's word: {@code create}, {@code update}, {@code replace}, {@code delete}
   */
  public record Change(String address, String action) {}

  /** {@code 82 to add, 0 to change, 0 to destroy}, or with the words of what is done. */
  public String text(Tense tense) {
    return switch (tense) {
      case PLANNED -> added + " to add, " + changed + " to change, " + destroyed + " to destroy";
      case DONE -> added + " added, " + changed + " changed, " + destroyed + " destroyed";
    };
  }

  public enum Tense {
    PLANNED,
    DONE
  }
}
