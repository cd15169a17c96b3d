package sluice.lake.parquet;

import java.util.List;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Fills one reused {@link Row} with the text of every column, whatever its type, and counts what it brings forth. */
final class TextMaterializer extends RecordMaterializer<Row> {
  private final Row row;
  private final DecodedBytes decoded;
  private final GroupConverter root;

  TextMaterializer(MessageType schema, Row row, DecodedBytes decoded) {
    this.row = row;
    this.decoded = decoded;
    Converter[] columns = new Converter[schema.getFieldCount()];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = converter(schema.getType(column), column);
    }
    root = new Group(columns);
  }

  @Override
  public Row getCurrentRecord() {
    return row;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  private Converter converter(Type type, int column) {
    if (type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED)) {
      return new Text(PlainText.of(type.asPrimitiveType()), column);
    }
    return NestedJson.of(type, decoded, json -> row.set(column, Binary.fromString(json)));
  }

  private final class Group extends GroupConverter {
    private final Converter[] columns;
    private final List<NestedJson.Pending> pending;

    Group(Converter[] columns) {
      this.columns = columns;
      pending = List.of(columns).stream().filter(NestedJson.Pending.class::isInstance).map(NestedJson.Pending.class::cast).toList();
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
    public void end() {
      pending.forEach(NestedJson.Pending::rowEnds);
    }
  }

  private final class Text extends PrimitiveConverter {
    private final PlainText text;
    private final int column;
    private Binary[] entries;

    Text(PlainText text, int column) {
      this.text = text;
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
        entries[id] = text.ofEntry(dictionary, id);
      }
    }

    @Override
    public void addValueFromDictionary(int id) {
      set(entries[id]);
    }

    @Override
    public void addBinary(Binary value) {
      set(text.of(value));
    }

    @Override
    public void addBoolean(boolean value) {
      set(Binary.fromString(Boolean.toString(value)));
    }

    @Override
    public void addInt(int value) {
      set(text.of(value));
    }

    @Override
    public void addLong(long value) {
      set(text.of(value));
    }

    @Override
    public void addFloat(float value) {
      set(Binary.fromString(Float.toString(value)));
    }

    @Override
    public void addDouble(double value) {
      set(Binary.fromString(Double.toString(value)));
    }

    private void set(Binary value) {
      decoded.add(value.length());
      row.set(column, value);
    }
  }
}
