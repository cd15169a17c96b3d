package sluice.cli.contract.infer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import sluice.lake.contract.LogicalType;
import sluice.lake.contract.LogicalType.Kind;

/** Takes the types that a Parquet file promises; its values are not looked at. */
final class ParquetSample {
  private ParquetSample() {}

  static Sample read(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("sample", ".parquet");
    try {
      return sample(schema(Files.write(file, bytes)));
    } finally {
      Files.delete(file);
    }
  }

  private static MessageType schema(Path file) throws IOException {
    ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      return reader.getFileMetaData().getSchema();
    } catch (RuntimeException damage) {
      // parquet-java reports damage by exceptions of every kind.
      throw new IOException("it cannot be read as Parquet: " + damage.getMessage(), damage);
    }
  }

  private static Sample sample(MessageType schema) {
    Map<String, LogicalType> types = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Type field : schema.getFields()) {
      types.put(field.getName(), type(field));
      if (field.isRepetition(Type.Repetition.REQUIRED)) {
        required.add(field.getName());
      }
    }
    List<String> remarks = new ArrayList<>(List.of("which columns always have a value, and which tell rows apart: only the file's schema was read"));
    if (!required.isEmpty()) {
      remarks.add("whether these stay required, as the schema says: " + String.join(", ", required));
    }
    return new Sample("format: parquet\n", List.copyOf(types.keySet()), List.of(), types, remarks);
  }

  private static LogicalType type(Type field) {
    if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
      return of(Kind.JSON);
    }
    return switch (field.getLogicalTypeAnnotation()) {
      case DecimalLogicalTypeAnnotation decimal -> new LogicalType(Kind.DECIMAL, decimal.getPrecision(), decimal.getScale());
      case DateLogicalTypeAnnotation ignored -> of(Kind.DATE);
      case TimestampLogicalTypeAnnotation ignored -> of(Kind.TIMESTAMP);
      case TimeLogicalTypeAnnotation ignored -> LogicalType.STRING;
      case JsonLogicalTypeAnnotation ignored -> of(Kind.JSON);
      case IntLogicalTypeAnnotation whole when !whole.isSigned() && whole.getBitWidth() == Long.SIZE -> new LogicalType(Kind.DECIMAL, 20, 0);
      case IntLogicalTypeAnnotation whole when !whole.isSigned() && whole.getBitWidth() == Integer.SIZE -> of(Kind.LONG);
      case LogicalTypeAnnotation other -> plain(field);
      case null -> plain(field);
    };
  }

  private static LogicalType plain(Type field) {
    return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> of(Kind.INT);
      case INT64 -> of(Kind.LONG);
      case INT96 -> of(Kind.TIMESTAMP);
      case BOOLEAN -> of(Kind.BOOLEAN);
      case FLOAT, DOUBLE -> of(Kind.DOUBLE);
      case BINARY, FIXED_LEN_BYTE_ARRAY -> LogicalType.STRING;
    };
  }

  private static LogicalType of(Kind kind) {
    return new LogicalType(kind, 0, 0);
  }
}
