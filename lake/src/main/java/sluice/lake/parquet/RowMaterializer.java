package sluice.lake.parquet;

import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;

/** Fills one reused {@link Row} from parquet-java's column readers and counts the bytes of every value. */
final class RowMaterializer extends RecordMaterializer<Row> {
  private final Row row;
  private final DecodedBytes decoded;
  private final Group root;

  RowMaterializer(Row row, DecodedBytes decoded) {
    this.row = row;
    this.decoded = decoded;
    this.root = new Group();
  }

  @Override
  public Row getCurrentRecord() {
    return row;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  private final class Group extends GroupConverter {
    private final Text[] columns = new Text[row.width()];

    Group() {
      for (int column = 0; column < columns.length; column++) {
        columns[column] = new Text(column);
      }
    }

    @Override
    public Converter getConverter(int column) {
      return columns[column];
    }

    @Override
    public void start() {
      row.clear();
    }

    @Override
    public void end() {}
  }

  private final class Text extends PrimitiveConverter {
    private final int column;
    private Binary[] entries;

    Text(int column) {
      this.column = column;
    }

    @Override
    public boolean hasDictionarySupport() {
      return true;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
      entries = new Binary[dictionary.getMaxId() + 1];
      for (int id = 0; id < entries.length; id++) {
        entries[id] = dictionary.decodeToBinary(id);
      }
    }

    @Override
    public void addValueFromDictionary(int id) {
      addBinary(entries[id]);
    }

    @Override
    public void addBinary(Binary value) {
      decoded.add(value.length());
      row.set(column, value);
    }
  }
}
