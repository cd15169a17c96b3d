package sluice.lake.parquet;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Lets only pages through whose decoding takes memory in proportion to their bytes.
 *
 * <p>The delta encodings take an array of as many entries as the page says it has, which a few bytes can put at billions.
 */
final class CheckedPages implements PageReadStore {
  @SuppressWarnings("deprecation") // the name that format 1 has for RLE_DICTIONARY; our own files carry it
  private static final Set<Encoding> HARMLESS =
      EnumSet.of(Encoding.PLAIN, Encoding.PLAIN_DICTIONARY, Encoding.RLE_DICTIONARY);

  private final PageReadStore pages;

  CheckedPages(PageReadStore pages) {
    this.pages = pages;
  }

  @Override
  public PageReader getPageReader(ColumnDescriptor column) {
    return new CheckedReader(pages.getPageReader(column), column.getPrimitiveType(), String.join(".", column.getPath()));
  }

  @Override
  public long getRowCount() {
    return pages.getRowCount();
  }

  @Override
  public void close() {
    pages.close();
  }

  private record CheckedReader(PageReader pages, PrimitiveType type, String column) implements PageReader {
    @Override
    public DictionaryPage readDictionaryPage() {
      DictionaryPage page = pages.readDictionaryPage();
      if (page != null && page.getDictionarySize() > page.getUncompressedSize() / leastBytes()) {
        throw new IllegalStateException("the dictionary of column " + column + " is smaller than it says");
      }
      return page;
    }

    /** What an entry takes at least; a text takes the four bytes of its length. */
    private int leastBytes() {
      return switch (type.getPrimitiveTypeName()) {
        case INT64, DOUBLE -> Long.BYTES;
        case INT96 -> Long.BYTES + Integer.BYTES;
        case FIXED_LEN_BYTE_ARRAY -> Math.max(1, type.getTypeLength());
        case BINARY, INT32, FLOAT, BOOLEAN -> Integer.BYTES;
      };
    }

    @Override
    public long getTotalValueCount() {
      return pages.getTotalValueCount();
    }

    @Override
    public DataPage readPage() {
      DataPage page = pages.readPage();
      Optional.ofNullable(page).map(CheckedReader::encoding).filter(found -> !isHarmless(found)).ifPresent(found -> {
        throw new IllegalStateException("column " + column + " is encoded as " + found + "; expected one of " + HARMLESS);
      });
      return page;
    }

    private boolean isHarmless(Encoding found) {
      // Format 2 writes truth values as runs.
      return HARMLESS.contains(found) || found == Encoding.RLE && type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.BOOLEAN;
    }

    private static Encoding encoding(DataPage page) {
      return page.accept(new DataPage.Visitor<>() {
        @Override
        public Encoding visit(DataPageV1 v1) {
          return v1.getValueEncoding();
        }

        @Override
        public Encoding visit(DataPageV2 v2) {
          return v2.getDataEncoding();
        }
      });
    }
  }
}
