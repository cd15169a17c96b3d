package sluice.validator.file;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a judgement's files go; what stands there is replaced, and after anything but {@link Judgement.RowsJudged} none is there.
 *
 * @param accepted string-typed zstd Parquet of the contract's validated columns; absent when no row was accepted
 * @param refused string-typed zstd Parquet of {@link sluice.validator.file.write.RefusedFile#COLUMNS}; absent when no row was refused
 * @param fingerprints a {@link sluice.validator.file.unique.FingerprintFile} of the accepted rows; absent when there are none
 */
public record Outputs(Path accepted, Path refused, Path fingerprints) {
  public Outputs {
    Objects.requireNonNull(accepted, "accepted");
    Objects.requireNonNull(refused, "refused");
    Objects.requireNonNull(fingerprints, "fingerprints");
  }
}
