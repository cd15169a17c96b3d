package sluice.lake.parquet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The shape of every file of ours: flat, and each column an optional text. */
final class StringSchema {
  private static final String NAME = "row";

  private StringSchema() {}

  static MessageType of(List<String> columns) {
    Set<String> seen = new HashSet<>();
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (String column : columns) {
      if (column.isEmpty() || !seen.add(column)) {
        throw new IllegalArgumentException("expected column names that differ, found " + columns);
      }
      schema.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(column);
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a file needs at least one column");
    }
    return schema.named(NAME);
  }

  /** The columns of a file that someone wrote; older writers leave the mark "text" out, so bare bytes count as text. */
  static List<String> columns(MessageType schema) throws UnreadableParquetException {
    for (Type field : schema.getFields()) {
      boolean text = field.isPrimitive()
          && !field.isRepetition(Type.Repetition.REPEATED)
          && field.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY
          && isText(field.getLogicalTypeAnnotation());
      if (!text) {
        String found = field.isPrimitive() ? field.toString() : "a group";
        throw new UnreadableParquetException("column " + field.getName() + " is no text: found " + found);
      }
    }
    return schema.getFields().stream().map(Type::getName).toList();
  }

  private static boolean isText(LogicalTypeAnnotation mark) {
    return mark == null || mark.equals(LogicalTypeAnnotation.stringType());
  }
}
