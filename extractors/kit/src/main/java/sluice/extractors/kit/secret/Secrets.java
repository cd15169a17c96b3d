package sluice.extractors.kit.secret;

import java.util.Map;

/** Gives a secret's values by name; what it throws names keys, never values. */
@FunctionalInterface
public interface Secrets {
  /**
   * The named values of a secret that is a JSON object; numbers come as text.
   *
   * @throws sluice.extractors.kit.SourceChangedException when there is no such secret, or it has another shape
   * @throws sluice.extractors.kit.SourceUnavailableException when it cannot be read now
   */
  Map<String, String> read(String name);
}
