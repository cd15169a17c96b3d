package sluice.lake.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.PrimitiveType;

/**
 * One column of a file that is written: the packed pages of the open row group, and the page that is being filled.
 *
 * <p>parquet-java's column writers make an object of each value, ask several layers about it and compare it with the least
 * and the greatest so far. Here a value is looked up or copied, and everything else is done once a page.
 *
 * <p>A dictionary is tried first, and no longer for a column whose values turned out to be mostly different.
 */
final class TextColumn {
  private static final int PAGE_BYTES = 1 << 20;
  private static final int PAGE_ROWS = 20_000; // parquet-java's own bound: what a reader may skip by the page index
  private static final int DICTIONARY_BYTES = 1 << 20;
  // Below this a dictionary is so small that it does no harm, whatever it saves.
  private static final int ENTRIES_TO_JUDGE = 4096;

  @SuppressWarnings("deprecation") // format 1, which every engine reads, knows no other name
  private static final Encoding DICTIONARY = Encoding.PLAIN_DICTIONARY;

  @SuppressWarnings("deprecation") // what format 1 says of a column that does not repeat
  private static final Encoding NO_LEVELS = Encoding.BIT_PACKED;

  private final ColumnDescriptor descriptor;
  private final PrimitiveType type;
  private final ZstdWriting zstd;

  private final List<Page> pages = new ArrayList<>();
  private final SliceTable dictionary = new SliceTable();
  private boolean usesDictionary = true;
  private int entriesInPages;
  private long packedBytes;
  private long rowsInPages;
  private long numbered;

  private final PlainTexts plain = new PlainTexts();
  private final BitSet absent = new BitSet();
  private int[] numbers = new int[1 << 10];
  private int last;
  private int values;
  private int rows;
  private long textBytes;
  private boolean filled;

  private record Page(int rows, int bytes, BytesInput packed, Statistics<?> statistics, SizeStatistics sizes, Encoding encoding) {}

  TextColumn(ColumnDescriptor descriptor, ZstdWriting zstd) {
    this.descriptor = descriptor;
    this.type = descriptor.getPrimitiveType();
    this.zstd = zstd;
  }

  /** Whether the open row has its value. */
  boolean isFilled() {
    return filled;
  }

  void add(byte[] utf8, int offset, int length) {
    filled = true;
    textBytes += length;
    if (usesDictionary) {
      number(utf8, offset, length);
    } else {
      plain.add(utf8, offset, length);
      values++;
    }
  }

  /** Ends the row, with a null where nothing was added. */
  void endRow() throws IOException {
    if (filled) {
      filled = false;
    } else {
      absent.set(rows);
    }
    rows++;
    if (rows == PAGE_ROWS || plain.size() >= PAGE_BYTES) {
      endPage();
    }
  }

  /** What the open row group takes in memory, give or take what a page costs beside its bytes. */
  long bytes() {
    return packedBytes + plain.size() + dictionary.plainSize() + (long) values * Integer.BYTES;
  }

  /** Writes the column's part of the row group, which ends here. */
  void writeTo(ParquetFileWriter file) throws IOException {
    if (rows > 0) {
      endPage();
    }
    file.startColumn(descriptor, rowsInPages, CompressionCodecName.ZSTD);
    if (entriesInPages > 0) {
      file.writeDictionaryPage(dictionaryPage());
    }
    for (Page page : pages) {
      file.writeDataPage(page.rows, page.bytes, page.packed, page.statistics, page.rows, NO_LEVELS, Encoding.RLE, page.encoding,
          null, null, page.sizes);
    }
    file.endColumn();
    pages.clear();
    dictionary.clear();
    entriesInPages = 0;
    packedBytes = 0;
    rowsInPages = 0;
    numbered = 0;
  }

  private void number(byte[] utf8, int offset, int length) {
    int known = dictionary.size();
    // Some columns are the same in every row: comparing is cheaper than hashing.
    if (last >= known || !dictionary.equals(last, utf8, offset, length)) {
      last = dictionary.number(utf8, offset, length);
    }
    if (values == numbers.length) {
      numbers = Arrays.copyOf(numbers, values * 2);
    }
    numbers[values++] = last;
    numbered++;
    if (last == known && isTooDear()) {
      giveUpDictionary();
    }
  }

  private boolean isTooDear() {
    return dictionary.plainSize() > DICTIONARY_BYTES || dictionary.size() > ENTRIES_TO_JUDGE && dictionary.size() > numbered / 2;
  }

  /** Pages that are done keep their numbers. */
  private void giveUpDictionary() {
    usesDictionary = false;
    for (int at = 0; at < values; at++) {
      plain.add(dictionary.bytes(), dictionary.start(numbers[at]), dictionary.length(numbers[at]));
    }
  }

  private void endPage() throws IOException {
    Page page = usesDictionary && values > 0 ? numberedPage() : plainPage();
    pages.add(page);
    packedBytes += page.packed.size();
    rowsInPages += rows;
    plain.clear();
    absent.clear();
    values = 0;
    rows = 0;
    textBytes = 0;
  }

  private Page numberedPage() throws IOException {
    BytesInput runs = Runs.ofNumbers(numbers, values, dictionary.size());
    if (entriesInPages == 0 && runs.size() + dictionary.plainSize() >= textBytes + (long) values * PlainTexts.LENGTH_BYTES) {
      giveUpDictionary();
      return plainPage();
    }
    entriesInPages = dictionary.size();
    BitSet found = new BitSet(dictionary.size());
    for (int at = 0; at < values; at++) {
      found.set(numbers[at]);
    }
    Extremes extremes = new Extremes();
    found.stream().forEach(number -> extremes.offer(dictionary.bytes(), dictionary.start(number), dictionary.length(number)));
    return page(runs, extremes, DICTIONARY);
  }

  private Page plainPage() throws IOException {
    return page(plain.bytes(), plain.extremes(), Encoding.PLAIN);
  }

  private Page page(BytesInput body, Extremes extremes, Encoding encoding) throws IOException {
    BytesInput levels = Runs.ofPresence(absent, rows);
    BytesInput bytes = BytesInput.concat(BytesInput.fromInt(Math.toIntExact(levels.size())), levels, body);
    return new Page(rows, Math.toIntExact(bytes.size()), zstd.compress(bytes), extremes.statistics(type, rows - values),
        new SizeStatistics(type, textBytes, List.of(), List.of()), encoding);
  }

  private DictionaryPage dictionaryPage() throws IOException {
    PlainTexts entries = new PlainTexts();
    for (int number = 0; number < entriesInPages; number++) {
      entries.add(dictionary.bytes(), dictionary.start(number), dictionary.length(number));
    }
    return new DictionaryPage(zstd.compress(entries.bytes()), entries.size(), entriesInPages, DICTIONARY);
  }
}
