package sluice.cli.contract.infer;

import java.util.ArrayList;
import java.util.List;

/** Splits CSV into records by RFC 4180; an unquoted empty field is null, a line without any character is no record. */
final class CsvRecords {
  private static final char QUOTE = '"';

  private final String text;
  private final char delimiter;
  private int at;

  private CsvRecords(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  static List<List<String>> of(String text, char delimiter, int most) {
    CsvRecords csv = new CsvRecords(text, delimiter);
    List<List<String>> records = new ArrayList<>();
    while (csv.at < text.length() && records.size() < most) {
      List<String> fields = csv.fields();
      if (fields.size() > 1 || fields.getFirst() != null) {
        records.add(fields);
      }
    }
    return records;
  }

  private List<String> fields() {
    List<String> fields = new ArrayList<>();
    fields.add(field());
    while (at < text.length() && text.charAt(at) == delimiter) {
      at++;
      fields.add(field());
    }
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    return fields;
  }

  private String field() {
    StringBuilder field = new StringBuilder();
    boolean quoted = at < text.length() && text.charAt(at) == QUOTE;
    if (quoted) {
      at++;
      while (at < text.length() && !closes()) {
        field.append(text.charAt(at++));
      }
      at++;
    }
    while (at < text.length() && text.charAt(at) != delimiter && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      field.append(text.charAt(at++));
    }
    return field.isEmpty() && !quoted ? null : field.toString();
  }

  /** A doubled quote stands for one, which is left for the caller to take. */
  private boolean closes() {
    if (text.charAt(at) != QUOTE) {
      return false;
    }
    if (at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
      at++;
      return false;
    }
    return true;
  }
}
