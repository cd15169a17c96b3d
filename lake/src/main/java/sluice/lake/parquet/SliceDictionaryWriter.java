package sluice.lake.parquet;

import java.nio.ByteBuffer;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter;
import org.apache.parquet.column.values.dictionary.IntList.IntIterator;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.io.api.Binary;

/** parquet-java's dictionary encoding with a map over byte slices, which saves it an object and a copy for each value. */
class SliceDictionaryWriter extends DictionaryValuesWriter {
  @SuppressWarnings("deprecation") // format 1, which every engine reads, knows no other name
  private static final Encoding DICTIONARY = Encoding.PLAIN_DICTIONARY;
  private static final int LENGTH_BYTES = 4;
  // Below this a dictionary is so small that it does no harm, whatever it saves.
  private static final int ENTRIES_TO_JUDGE = 4096;

  private final SliceTable entries = new SliceTable();
  private long written;
  private int last;

  SliceDictionaryWriter(ParquetProperties properties) {
    super(properties.getDictionaryPageSizeThreshold(), DICTIONARY, DICTIONARY, properties.getAllocator());
  }

  @Override
  public void writeBytes(Binary value) {
    ByteBuffer slice = value.toByteBuffer();
    byte[] array = slice.array();
    int start = slice.arrayOffset() + slice.position();
    written++;
    // Some columns are the same in every row: comparing is cheaper than hashing.
    if (last < entries.size() && entries.equals(last, array, start, slice.remaining())) {
      encodedValues.add(last);
      return;
    }
    int known = entries.size();
    int number = entries.number(array, start, slice.remaining());
    encodedValues.add(number);
    last = number;
    if (number == known) {
      dictionaryByteSize += LENGTH_BYTES + slice.remaining();
      // Mostly different values: parquet-java would go on until the dictionary is full and throw it away then.
      if (entries.size() > ENTRIES_TO_JUDGE && entries.size() > written / 2) {
        dictionaryTooBig = true;
      }
    }
  }

  @Override
  public void fallBackDictionaryEncodedData(ValuesWriter plain) {
    for (IntIterator numbers = encodedValues.iterator(); numbers.hasNext(); ) {
      plain.writeBytes(entry(numbers.next()));
    }
  }

  @Override
  public DictionaryPage toDictPageAndClose() {
    if (lastUsedDictionarySize == 0) {
      return null;
    }
    PlainValuesWriter page = new PlainValuesWriter(lastUsedDictionaryByteSize, maxDictionaryByteSize, allocator);
    for (int number = 0; number < lastUsedDictionarySize; number++) {
      page.writeBytes(entry(number));
    }
    return dictPage(page);
  }

  @Override
  protected int getDictionarySize() {
    return entries.size();
  }

  @Override
  protected void clearDictionaryContent() {
    entries.clear();
  }

  private Binary entry(int number) {
    return Binary.fromConstantByteArray(entries.bytes(), entries.start(number), entries.length(number));
  }
}
