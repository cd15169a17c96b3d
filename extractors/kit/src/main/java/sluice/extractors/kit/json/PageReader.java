package sluice.extractors.kit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.RowWriter;

/**
 * Takes the rows and the stated total out of a page of JSON, and accepts nothing but one well-formed document: strict
 * UTF-8, no duplicate keys, bounded depth and lengths, read to its last byte.
 */
public final class PageReader {
  private static final JsonFactory JSON = JsonFactory.builder()
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(100)
          .maxStringLength(10_000_000)
          .maxNumberLength(1_000)
          .maxNameLength(1_000)
          .build())
      .build();

  private final FieldPath rowsPath;
  private final Optional<FieldPath> totalPath;
  private final RowWriter out;
  private final RowReader rowReader;
  private final Runnable carried;

  private byte[] page;
  private int offset;
  private JsonParser parser;
  private boolean rowsFound;
  private long rows;
  private long rowsBegun;
  private OptionalLong total = OptionalLong.empty();
  private String fingerprint;

  /** {@code carried} is called before each row's end, to add what does not come from the page. */
  public PageReader(FieldPath rowsPath, Optional<FieldPath> totalPath, RowWriter out, FieldColumns columns, Runnable carried) {
    this.rowsPath = rowsPath;
    this.totalPath = totalPath;
    this.out = out;
    this.rowReader = new RowReader(out, columns);
    this.carried = carried;
  }

  /**
   * Hands the page's rows over.
   *
   * @throws BadPageException which may come after rows of this page were handed over: see {@link #rowsBegun()}
   */
  public Page read(byte[] bytes) throws BadPageException, IOException {
    page = bytes;
    rowsFound = false;
    rows = 0;
    rowsBegun = 0;
    total = OptionalLong.empty();
    fingerprint = "";
    offset = StrictUtf8.check(bytes);
    Ends.check(bytes, offset);
    try (JsonParser opened = JSON.createParser(bytes, offset, bytes.length - offset)) {
      parser = opened;
      document();
    } catch (JsonEOFException e) {
      throw new BadPageException(Fault.TRUNCATED_ANSWER, "ends in the middle of its JSON" + place(e), e);
    } catch (JsonProcessingException e) {
      throw new BadPageException(Fault.MALFORMED_JSON, "is no valid JSON: " + firstLine(e.getOriginalMessage()) + place(e), e);
    }
    if (totalPath.isPresent() && total.isEmpty()) {
      throw new BadPageException(Fault.NO_TOTAL, "has no \"" + totalPath.get() + "\"");
    }
    if (!rowsFound) {
      throw new BadPageException(Fault.NO_ROWS_FIELD, rowsPath.steps().isEmpty()
          ? "is no list of rows" : "has no list of rows at \"" + rowsPath + "\"");
    }
    return new Page(rows, total, fingerprint);
  }

  /** Rows of the page read last of which at least a part was handed over; such a page must not be read again. */
  public long rowsBegun() {
    return rowsBegun;
  }

  private void document() throws IOException, BadPageException {
    parser.nextToken();
    value(0, true, totalPath.isPresent());
    if (parser.nextToken() != null) {
      throw new BadPageException(Fault.MALFORMED_JSON, "goes on after the end of its JSON document");
    }
  }

  /** Looks at the value that the parser stands on; {@code onRows} tells whether the path to the rows led here. */
  private void value(int depth, boolean onRows, boolean onTotal) throws IOException, BadPageException {
    JsonToken token = parser.currentToken();
    if (onRows && rowsPath.endsAt(depth) && token == JsonToken.START_ARRAY) {
      rows();
    } else if (onTotal && totalPath.get().endsAt(depth)) {
      total(token);
    } else if (token == JsonToken.START_OBJECT && (onRows || onTotal)) {
      for (String name; (name = parser.nextFieldName()) != null; ) {
        parser.nextToken();
        value(depth + 1,
            onRows && rowsPath.leadsThrough(depth, name),
            onTotal && totalPath.get().leadsThrough(depth, name));
      }
    } else {
      parser.skipChildren();
    }
  }

  private void total(JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_INT && parser.getLongValue() >= 0) {
      total = OptionalLong.of(parser.getLongValue());
    } else {
      parser.skipChildren();
    }
  }

  private void rows() throws IOException, BadPageException {
    rowsFound = true;
    int from = (int) parser.currentTokenLocation().getByteOffset();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw new BadPageException(Fault.NOT_A_ROW,
            "has a row that is no object: row %,d is %s".formatted(rows + 1, kind(parser.currentToken())));
      }
      rowsBegun++;
      rowReader.read(parser, page, offset);
      carried.run();
      out.endRow();
      rows++;
    }
    int to = (int) parser.currentLocation().getByteOffset();
    fingerprint = fingerprint(from, to);
  }

  private static String kind(JsonToken token) {
    return switch (token) {
      case START_ARRAY -> "a list";
      case VALUE_NULL -> "null";
      case VALUE_STRING -> "a text";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      default -> throw new IllegalStateException("no value: " + token);
    };
  }

  /** Two checksums that the processor has instructions for: chance must be kept out, not an attacker. */
  private String fingerprint(int from, int to) {
    CRC32 one = new CRC32();
    one.update(page, offset + from, to - from);
    CRC32C other = new CRC32C();
    other.update(page, offset + from, to - from);
    return "%08x%08x".formatted(one.getValue(), other.getValue());
  }

  /** A parser's message may quote what it read; its first line, cut, is enough to find the place. */
  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("").strip();
    return line.length() > 120 ? line.substring(0, 120) + " …" : line;
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " (at byte %,d)".formatted(e.getLocation().getByteOffset());
  }
}
