package sluice.lake.parquet;

import java.util.HashSet;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;

/** Tries a dictionary for each column, and no longer for one whose values turned out to be mostly different. */
final class SliceEncoding implements ValuesWriterFactory {
  private final Set<String> plain = new HashSet<>();
  private ParquetProperties properties;

  @Override
  public void initialize(ParquetProperties properties) {
    this.properties = properties;
  }

  @Override
  public ValuesWriter newValuesWriter(ColumnDescriptor column) {
    String name = column.getPath()[0];
    PlainValuesWriter values = new PlainValuesWriter(
        properties.getInitialSlabSize(), properties.getPageSizeThreshold(), properties.getAllocator());
    if (plain.contains(name)) {
      return values;
    }
    return FallbackValuesWriter.of(new SliceDictionaryWriter(properties) {
      @Override
      public void fallBackDictionaryEncodedData(ValuesWriter target) {
        plain.add(name);
        super.fallBackDictionaryEncodedData(target);
      }
    }, values);
  }
}
