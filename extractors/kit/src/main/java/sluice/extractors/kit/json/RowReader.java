package sluice.extractors.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import sluice.extractors.kit.RowWriter;

/**
 * Hands one JSON object after another over as rows, byte by byte and without a String for any value.
 *
 * <p>Scalars become their text, nested values compact JSON, null nothing. Fields that have no column, or whose column
 * another field of the same row took first, are kept together as one JSON object: nothing that a source sends is lost.
 */
final class RowReader {
  private final RowWriter out;
  private final FieldColumns columns;
  private final int unlistedColumn;
  private final long[] takenInRow;
  private final Slice value = new Slice();
  private final Slice unlisted = new Slice();
  private long row;

  RowReader(RowWriter out, FieldColumns columns) {
    this.out = out;
    this.columns = columns;
    this.unlistedColumn = out.column(RowWriter.UNLISTED);
    this.takenInRow = new long[out.columns().size()];
  }

  /** The parser stands on the object's start and is left on its end; {@code page} is what it parses from. */
  void read(JsonParser parser, byte[] page, int offset) throws IOException {
    row++;
    unlisted.clear();
    for (String name; (name = parser.nextFieldName()) != null; ) {
      JsonToken token = parser.nextToken();
      FieldColumns.Field field = columns.of(name);
      boolean fits = field.column() != FieldColumns.UNLISTED && takenInRow[field.column()] != row;
      if (!fits) {
        unlisted.add(unlisted.length() == 0 ? '{' : ',');
        unlisted.add(field.member());
        addJson(parser, token, page, offset, unlisted);
      } else if (token != JsonToken.VALUE_NULL) {
        takenInRow[field.column()] = row;
        value.clear();
        addText(parser, token, page, offset, value);
        out.add(field.column(), value.bytes(), 0, value.length());
      }
    }
    if (unlisted.length() > 0) {
      unlisted.add('}');
      out.add(unlistedColumn, unlisted.bytes(), 0, unlisted.length());
    }
  }

  private static void addText(JsonParser parser, JsonToken token, byte[] page, int offset, Slice to) throws IOException {
    if (token.isStructStart()) {
      addJson(parser, token, page, offset, to);
    } else {
      to.add(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }
  }

  private static void addJson(JsonParser parser, JsonToken token, byte[] page, int offset, Slice to) throws IOException {
    int from = offset + (int) parser.currentTokenLocation().getByteOffset();
    if (token.isStructStart()) {
      parser.skipChildren();
    } else {
      // A string or number may be parsed lazily: only after this does the parser stand behind it.
      parser.finishToken();
      if (token.isNumeric()) {
        to.add(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        return;
      }
    }
    to.addCompact(page, from, offset + (int) parser.currentLocation().getByteOffset());
  }
}
