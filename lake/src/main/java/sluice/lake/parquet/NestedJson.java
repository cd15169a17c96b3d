package sluice.lake.parquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapKeyValueTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import sluice.lake.json.Json;

/**
 * Turns a nested column into JSON text: groups into objects, lists into arrays, maps into objects, all values into the
 * numbers, truth values or texts they have as plain columns.
 */
final class NestedJson {
  // A few bytes can say that a list has a thousand million empty entries; one row is held in memory.
  private static final long MOST_BYTES_A_ROW = 64L << 20;
  private static final int BYTES_AN_OBJECT = 48;

  private final DecodedBytes decoded;
  private long bytesInRow;

  private NestedJson(DecodedBytes decoded) {
    this.decoded = decoded;
  }

  /** A column whose text is there only when its row ends, because its values come one by one. */
  interface Pending {
    void rowEnds();
  }

  static Converter of(Type type, DecodedBytes decoded, Consumer<String> text) {
    NestedJson json = new NestedJson(decoded);
    return type.isPrimitive() ? json.new RepeatedColumn(type, text) : json.new GroupColumn(type.asGroupType(), text);
  }

  private void took(long bytes) {
    decoded.add(bytes);
    bytesInRow += bytes;
    if (bytesInRow > MOST_BYTES_A_ROW) {
      throw new DecodedBytes.TooLargeInside("a nested value takes more than " + MOST_BYTES_A_ROW + " bytes");
    }
  }

  private Converter child(Type type, Consumer<Object> parent) {
    return type.isPrimitive() ? new Leaf(type, parent) : new Branch(type.asGroupType(), parent);
  }

  private static String text(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException ofPlainValues) {
      throw new IllegalStateException(ofPlainValues);
    }
  }

  /** Lists and maps have a shape of their own in Parquet, which nobody wants to see in JSON. */
  private static Object simplified(GroupType type, Map<String, Object> fields) {
    boolean single = type.getFieldCount() == 1 && type.getType(0).isRepetition(Type.Repetition.REPEATED);
    Object items = single ? fields.getOrDefault(type.getFieldName(0), List.of()) : null;
    return switch (type.getLogicalTypeAnnotation()) {
      case ListLogicalTypeAnnotation list when items instanceof List<?> entries -> elements(type.getType(0), entries);
      case MapLogicalTypeAnnotation map when items instanceof List<?> entries -> map(type.getType(0), entries);
      case MapKeyValueTypeAnnotation map when items instanceof List<?> entries -> map(type.getType(0), entries);
      case null, default -> fields;
    };
  }

  private static List<?> elements(Type repeated, List<?> entries) {
    boolean wrapped = !repeated.isPrimitive() && repeated.asGroupType().getFieldCount() == 1 && !repeated.getName().equals("array")
        && !repeated.getName().endsWith("_tuple");
    if (!wrapped) {
      return entries;
    }
    String inner = repeated.asGroupType().getFieldName(0);
    List<Object> elements = new ArrayList<>();
    entries.forEach(entry -> elements.add(entry instanceof Map<?, ?> map ? map.get(inner) : entry));
    return elements;
  }

  private static Object map(Type repeated, List<?> entries) {
    if (repeated.isPrimitive() || repeated.asGroupType().getFieldCount() > 2) {
      return entries;
    }
    String key = repeated.asGroupType().getFieldName(0);
    boolean valued = repeated.asGroupType().getFieldCount() == 2;
    Map<String, Object> map = new LinkedHashMap<>();
    for (Object entry : entries) {
      if (!(entry instanceof Map<?, ?> pair)) {
        return entries;
      }
      map.put(String.valueOf(pair.get(key)), valued ? pair.get(repeated.asGroupType().getFieldName(1)) : null);
    }
    return map;
  }

  private class Branch extends GroupConverter {
    private final GroupType type;
    private final Consumer<Object> parent;
    private final Converter[] children;
    private Map<String, Object> fields = new LinkedHashMap<>();

    Branch(GroupType type, Consumer<Object> parent) {
      this.type = type;
      this.parent = parent;
      children = type.getFields().stream().map(field -> child(field, value -> add(field, value))).toArray(Converter[]::new);
    }

    @SuppressWarnings("unchecked")
    private void add(Type field, Object value) {
      if (field.isRepetition(Type.Repetition.REPEATED)) {
        ((List<Object>) fields.computeIfAbsent(field.getName(), name -> new ArrayList<>())).add(value);
      } else {
        fields.put(field.getName(), value);
      }
    }

    @Override
    public Converter getConverter(int child) {
      return children[child];
    }

    @Override
    public void start() {
      took(BYTES_AN_OBJECT);
      fields = new LinkedHashMap<>();
    }

    @Override
    public void end() {
      parent.accept(simplified(type, fields));
    }
  }

  /** A group at the top; a repeated one is a list of its objects. */
  private final class GroupColumn extends Branch implements Pending {
    private final Values values;

    GroupColumn(GroupType type, Consumer<String> text) {
      this(type, new Values(type, text));
    }

    private GroupColumn(GroupType type, Values values) {
      super(type, values::add);
      this.values = values;
    }

    @Override
    public void rowEnds() {
      values.rowEnds();
    }
  }

  /** A repeated plain value at the top. */
  private final class RepeatedColumn extends Leaf implements Pending {
    private final Values values;

    RepeatedColumn(Type type, Consumer<String> text) {
      this(type, new Values(type, text));
    }

    private RepeatedColumn(Type type, Values values) {
      super(type, values::add);
      this.values = values;
    }

    @Override
    public void rowEnds() {
      values.rowEnds();
    }
  }

  /** What one row brings for a column. */
  private final class Values {
    private final boolean repeated;
    private final Consumer<String> text;
    private List<Object> values = new ArrayList<>();

    Values(Type type, Consumer<String> text) {
      repeated = type.isRepetition(Type.Repetition.REPEATED);
      this.text = text;
    }

    void add(Object value) {
      values.add(value);
    }

    void rowEnds() {
      if (!values.isEmpty()) {
        text.accept(text(repeated ? values : values.getFirst()));
        values = new ArrayList<>();
      }
      bytesInRow = 0;
    }

    private static String text(Object value) {
      return NestedJson.text(value);
    }
  }

  private class Leaf extends PrimitiveConverter {
    private final PlainText plain;
    private final boolean number;
    private final Consumer<Object> parent;

    Leaf(Type type, Consumer<Object> parent) {
      plain = PlainText.of(type.asPrimitiveType());
      PrimitiveTypeName name = type.asPrimitiveType().getPrimitiveTypeName();
      number = type.getLogicalTypeAnnotation() == null && (name == PrimitiveTypeName.INT32 || name == PrimitiveTypeName.INT64);
      this.parent = Objects.requireNonNull(parent);
    }

    private void give(Object value, int bytes) {
      took(BYTES_AN_OBJECT + bytes);
      parent.accept(value);
    }

    private void give(Binary text) {
      String value = text.toStringUsingUTF8();
      give(number ? new BigDecimal(value) : value, text.length());
    }

    @Override
    public void addBinary(Binary value) {
      give(plain.of(value));
    }

    @Override
    public void addBoolean(boolean value) {
      give(value, 0);
    }

    @Override
    public void addInt(int value) {
      give(plain.of(value));
    }

    @Override
    public void addLong(long value) {
      give(plain.of(value));
    }

    @Override
    public void addFloat(float value) {
      give(Float.isFinite(value) ? value : Float.toString(value), Float.BYTES);
    }

    @Override
    public void addDouble(double value) {
      give(Double.isFinite(value) ? value : Double.toString(value), Double.BYTES);
    }
  }
}
