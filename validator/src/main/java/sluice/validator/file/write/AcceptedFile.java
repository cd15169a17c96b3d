package sluice.validator.file.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Lineage;
import sluice.lake.parquet.ParquetRowSink;
import sluice.lake.parquet.RowSink;
import sluice.validator.file.read.Fields;

/** The validated rows: each value as its raw text, personal ones treated, and the lineage beside them. */
public final class AcceptedFile implements Closeable {
  private static final int LONGEST_NUMBER = 20;

  private final Treatment[] treatments;
  private final RowSink sink;
  private final int width;
  private final int[] sameColumns;
  private final byte[][] same;
  private final int rowNumberColumn;
  private final byte[] digits = new byte[LONGEST_NUMBER];

  /**
   * @param lineage the texts that every row carries, in the order of {@link Lineage#COLUMNS}; null for the row's number
   * @param salt key that personal values are hashed with
   */
  public AcceptedFile(Path file, Contract contract, List<String> lineage, byte[] salt) throws IOException {
    width = contract.columns().size();
    treatments = contract.columns().stream().map(column -> new Treatment(column.pii(), salt)).toArray(Treatment[]::new);
    List<String> columns = contract.validatedColumns();
    rowNumberColumn = columns.indexOf(Lineage.ROW_NUMBER);
    sameColumns = Lineage.COLUMNS.stream().filter(name -> !name.equals(Lineage.ROW_NUMBER)).mapToInt(columns::indexOf).toArray();
    same = lineage.stream().filter(text -> text != null).map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    sink = new ParquetRowSink(file, columns);
  }

  /** Rows as they come: slots of the contract's columns, then the one of the unlisted fields. */
  public void add(Fields fields) throws IOException {
    for (int column = 0; column < width; column++) {
      int length = fields.length(column);
      if (length >= 0) {
        treatments[column].add(sink, column, fields.bytes(column), fields.start(column), length);
      }
    }
    int unlisted = fields.length(width);
    if (unlisted >= 0) {
      sink.add(width, fields.bytes(width), fields.start(width), unlisted);
    }
    for (int at = 0; at < sameColumns.length; at++) {
      sink.add(sameColumns[at], same[at], 0, same[at].length);
    }
    int start = Decimal.write(fields.number(), digits);
    sink.add(rowNumberColumn, digits, start, digits.length - start);
    sink.endRow();
  }

  public long rows() {
    return sink.rows();
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}
