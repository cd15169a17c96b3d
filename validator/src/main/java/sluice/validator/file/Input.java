package sluice.validator.file;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One file to judge.
 *
 * @param file where it lies; only read
 * @param name the object's own file name, whose ending has to belong to the contract's format
 * @param maker who wrote it: what an extractor wrote is string-typed Parquet, whatever the contract's format
 */
public record Input(Path file, String name, Origin origin, Maker maker) {
  /** Who wrote a file. */
  public enum Maker {
    /** One of our extractors, into the raw zone: its columns carry the contract's names. */
    EXTRACTOR,
    /** Somebody else, into the landing zone: its columns carry the contract's headers. */
    PRODUCER
  }

  public Input {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(maker, "maker");
  }
}
