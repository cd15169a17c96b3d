package sluice.lake.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** The one text that a value of a primitive type has; a value that means nothing in its type keeps its plain number. */
final class PlainText {
  private static final long JULIAN_EPOCH_DAY = 2_440_588;
  private static final long NANOS_A_DAY = 86_400_000_000_000L;
  private static final int INT96_BYTES = 12;

  private final PrimitiveTypeName type;
  private final LogicalTypeAnnotation mark; // null where the type has none
  private final boolean text;

  private PlainText(PrimitiveTypeName type, LogicalTypeAnnotation mark) {
    this.type = type;
    this.mark = mark;
    this.text = switch (mark) {
      case StringLogicalTypeAnnotation string -> true;
      case EnumLogicalTypeAnnotation word -> true;
      case JsonLogicalTypeAnnotation json -> true;
      case null -> type == PrimitiveTypeName.BINARY; // older writers leave the mark out
      default -> false;
    };
  }

  static PlainText of(PrimitiveType type) {
    return new PlainText(type.getPrimitiveTypeName(), type.getLogicalTypeAnnotation());
  }

  Binary ofEntry(Dictionary dictionary, int id) {
    return switch (type) {
      case INT32 -> of(dictionary.decodeToInt(id));
      case INT64 -> of(dictionary.decodeToLong(id));
      case FLOAT -> Binary.fromString(Float.toString(dictionary.decodeToFloat(id)));
      case DOUBLE -> Binary.fromString(Double.toString(dictionary.decodeToDouble(id)));
      case BOOLEAN -> Binary.fromString(Boolean.toString(dictionary.decodeToBoolean(id)));
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> of(dictionary.decodeToBinary(id));
    };
  }

  Binary of(int value) {
    return Binary.fromString(switch (mark) {
      case DateLogicalTypeAnnotation date -> LocalDate.ofEpochDay(value).toString();
      case DecimalLogicalTypeAnnotation decimal -> BigDecimal.valueOf(value, decimal.getScale()).toPlainString();
      case TimeLogicalTypeAnnotation time -> time(value, time.getUnit());
      case IntLogicalTypeAnnotation whole when !whole.isSigned() -> Integer.toUnsignedString(value);
      case null, default -> Integer.toString(value);
    });
  }

  Binary of(long value) {
    return Binary.fromString(switch (mark) {
      case TimestampLogicalTypeAnnotation stamp -> timestamp(value, stamp.getUnit()) + (stamp.isAdjustedToUTC() ? "Z" : "");
      case DecimalLogicalTypeAnnotation decimal -> BigDecimal.valueOf(value, decimal.getScale()).toPlainString();
      case TimeLogicalTypeAnnotation time -> time(value, time.getUnit());
      case IntLogicalTypeAnnotation whole when !whole.isSigned() -> Long.toUnsignedString(value);
      case null, default -> Long.toString(value);
    });
  }

  Binary of(Binary value) {
    if (text) {
      return value;
    }
    if (type == PrimitiveTypeName.INT96) {
      return value.length() == INT96_BYTES ? Binary.fromString(julian(value.toByteBuffer())) : base64(value);
    }
    return switch (mark) {
      case DecimalLogicalTypeAnnotation decimal when value.length() > 0 ->
          Binary.fromString(new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale()).toPlainString());
      case UUIDLogicalTypeAnnotation uuid when value.length() == 2 * Long.BYTES -> {
        ByteBuffer halves = value.toByteBuffer();
        yield Binary.fromString(new UUID(halves.getLong(), halves.getLong()).toString());
      }
      case Float16LogicalTypeAnnotation half when value.length() == Short.BYTES -> Binary.fromString(
          Float.toString(Float.float16ToFloat(value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN).getShort())));
      case null, default -> base64(value);
    };
  }

  private static Binary base64(Binary value) {
    return Binary.fromConstantByteArray(Base64.getEncoder().encode(value.getBytes()));
  }

  private static String timestamp(long value, TimeUnit unit) {
    long inSecond = switch (unit) {
      case MILLIS -> 1_000;
      case MICROS -> 1_000_000;
      case NANOS -> 1_000_000_000;
    };
    int nanos = (int) (Math.floorMod(value, inSecond) * (1_000_000_000 / inSecond));
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
        LocalDateTime.ofEpochSecond(Math.floorDiv(value, inSecond), nanos, ZoneOffset.UTC));
  }

  private static String time(long value, TimeUnit unit) {
    long nanos = switch (unit) {
      case MILLIS -> 1_000_000;
      case MICROS -> 1_000;
      case NANOS -> 1;
    };
    try {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(LocalTime.ofNanoOfDay(Math.multiplyExact(value, nanos)));
    } catch (DateTimeException | ArithmeticException outsideTheDay) {
      return Long.toString(value);
    }
  }

  /** Nanoseconds of the day, then the Julian day: what older Spark and Impala write. */
  private static String julian(ByteBuffer value) {
    ByteBuffer words = value.slice().order(ByteOrder.LITTLE_ENDIAN);
    long nanos = words.getLong();
    long day = words.getInt() - JULIAN_EPOCH_DAY + Math.floorDiv(nanos, NANOS_A_DAY);
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
        LocalDate.ofEpochDay(day).atTime(LocalTime.ofNanoOfDay(Math.floorMod(nanos, NANOS_A_DAY))));
  }
}
