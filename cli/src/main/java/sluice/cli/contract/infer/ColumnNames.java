package sluice.cli.contract.infer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes column names of a contract out of what a file calls its columns; each comes out once. */
final class ColumnNames {
  private static final int LONGEST = 63;
  private static final Set<String> TAKEN = Set.of("ingest_date", "run_id");

  private ColumnNames() {}

  static List<String> of(List<String> headers) {
    List<String> names = new ArrayList<>();
    for (String header : headers) {
      String name = name(header == null ? "" : header);
      String unique = name;
      for (int number = 2; names.contains(unique) || TAKEN.contains(unique); number++) {
        String ending = "_" + number;
        unique = name.substring(0, Math.min(name.length(), LONGEST - ending.length())) + ending;
      }
      names.add(unique);
    }
    return names;
  }

  /** {@code Country/Region} becomes {@code country_region}, {@code fullyRemote} becomes {@code fully_remote}. */
  private static String name(String header) {
    String letters = Normalizer.normalize(header, Normalizer.Form.NFKD).replaceAll("\\p{M}", "")
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    String name = letters.isEmpty() ? "column" : letters;
    String started = Character.isDigit(name.charAt(0)) ? "column_" + name : name;
    return started.substring(0, Math.min(started.length(), LONGEST));
  }
}
