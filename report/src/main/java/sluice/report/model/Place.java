package sluice.report.model;

import java.util.Optional;

/** Where the run happened: the local world, or an environment with its account and region. */
public record Place(String name, Optional<String> detail) {
  public static final Place LOCAL = new Place("local world", Optional.empty());
}
