package sluice.extractors.kit;

import sluice.extractors.kit.jdbc.JdbcConfig;
import sluice.extractors.kit.rest.RestConfig;
import sluice.lake.contract.Contract;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.source.SourceSpec;

/** Checks, without asking anybody, the part of a source.yml that belongs to its kind. */
public final class SourceCheck {
  private SourceCheck() {}

  /** Reports everything that is wrong; a browser source's settings are the affair of its own function. */
  public static void require(SourceSpec spec, Contract contract) throws InvalidInputException {
    switch (spec.kind()) {
      case REST -> RestConfig.of(spec, contract);
      case JDBC -> JdbcConfig.of(spec);
      case BROWSER -> { }
    }
  }
}
