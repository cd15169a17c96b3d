package sluice.lake.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/** Files with other people's types, as other people's programs write them. */
public final class TypedParquet {
  private TypedParquet() {}

  public static void write(Path file, Schema schema, List<GenericRecord> rows) throws IOException {
    write(file, schema, rows, WriterVersion.PARQUET_1_0);
  }

  static void write(Path file, Schema schema, List<GenericRecord> rows, WriterVersion version) throws IOException {
    try (ParquetWriter<GenericRecord> writer = AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
        .withSchema(schema).withDataModel(GenericData.get()).withConf(new PlainParquetConfiguration())
        .withCodecFactory(new AvroReference.Zstd()).withCompressionCodec(CompressionCodecName.ZSTD)
        .withWriterVersion(version).withDictionaryEncoding(true).build()) {
      for (GenericRecord row : rows) {
        writer.write(row);
      }
    }
  }
}
