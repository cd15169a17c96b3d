package sluice.lake.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** Reads and writes with parquet-avro, the implementation that ours is held against. */
final class AvroReference {
  private AvroReference() {}

  static void write(RowsInMemory table, Path file, WriterVersion version, long rowGroupBytes) throws IOException {
    SchemaBuilder.FieldAssembler<Schema> fields = SchemaBuilder.record("row").fields();
    table.columns().forEach(fields::optionalString);
    Schema schema = fields.endRecord();
    try (ParquetWriter<GenericRecord> writer = AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
        .withSchema(schema)
        .withDataModel(GenericData.get())
        .withConf(new PlainParquetConfiguration())
        .withCodecFactory(new Zstd())
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .withWriterVersion(version)
        .withRowGroupSize(rowGroupBytes)
        .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
        .build()) {
      for (List<String> row : table.rows()) {
        GenericData.Record record = new GenericData.Record(schema);
        for (int column = 0; column < row.size(); column++) {
          record.put(column, row.get(column));
        }
        writer.write(record);
      }
    }
  }

  /** Goes through parquet-avro's own read support; AvroParquetReader around it would need Hadoop. */
  static RowsInMemory read(Path file) throws IOException {
    PlainParquetConfiguration configuration = new PlainParquetConfiguration();
    ParquetReadOptions options = ParquetReadOptions.builder(configuration).withCodecFactory(new Zstd()).build();
    List<List<String>> rows = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      MessageType schema = reader.getFileMetaData().getSchema();
      schema.getFields().forEach(field -> columns.add(field.getName()));
      AvroReadSupport<GenericRecord> support = new AvroReadSupport<>(GenericData.get());
      var context = support.init(new InitContext(configuration, Map.of(), schema));
      RecordMaterializer<GenericRecord> records =
          support.prepareForRead(configuration, reader.getFileMetaData().getKeyValueMetaData(), schema, context);
      for (PageReadStore pages; (pages = reader.readNextRowGroup()) != null; ) {
        RecordReader<GenericRecord> group = new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, records);
        for (long row = 0; row < pages.getRowCount(); row++) {
          rows.add(texts(group.read(), columns.size()));
        }
      }
    }
    return new RowsInMemory(columns, rows);
  }

  private static List<String> texts(GenericRecord record, int width) {
    String[] texts = new String[width];
    Arrays.setAll(texts, column -> record.get(column) == null ? null : record.get(column).toString());
    return Arrays.asList(texts);
  }

  /** The codec of our own files, as parquet-avro wants it handed in. */
  static final class Zstd implements CompressionCodecFactory {
    private final ZstdWriting writing = new ZstdWriting();

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      return writing;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
      return new ZstdReading(new DecodedBytes(Long.MAX_VALUE)).getDecompressor(codec);
    }

    @Override
    public void release() {
      writing.close();
    }
  }
}
