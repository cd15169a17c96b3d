package sluice.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;

class ZstdReadingTest {
  private static final byte[] PLAIN = "word ".repeat(1_000).getBytes(StandardCharsets.UTF_8);

  private final ZstdReading reading = new ZstdReading(new DecodedBytes(20_000));

  @Test
  void bringsBackWhatWasCompressed() throws IOException {
    assertThat(bytes(reading.decompress(compressed(), PLAIN.length))).isEqualTo(PLAIN);
  }

  @Test
  void readsFromTheMiddleOfABuffer() throws IOException {
    byte[] page = bytes(compressed());
    ByteBuffer around = ByteBuffer.allocate(page.length + 20).position(10).put(page).position(10);
    ByteBuffer target = ByteBuffer.allocate(PLAIN.length);
    reading.decompress(around, page.length, target, PLAIN.length);
    assertThat(target.array()).isEqualTo(PLAIN);
    assertThat(around.position()).isEqualTo(10 + page.length);
  }

  @Test
  void refusesAPageOfAnotherSizeThanItClaims() {
    assertThatThrownBy(() -> reading.decompress(compressed(), PLAIN.length + 1))
        .isInstanceOf(IOException.class)
        .hasMessage("a page is damaged or has not the 5001 bytes it claims");
    assertThatThrownBy(() -> reading.decompress(compressed(), 10)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> reading.decompress(BytesInput.from(PLAIN), 10)).isInstanceOf(IOException.class);
  }

  @Test
  void countsOverAllPages() throws IOException {
    for (int page = 0; page < 4; page++) {
      reading.decompress(compressed(), PLAIN.length);
    }
    assertThatThrownBy(() -> reading.decompress(compressed(), PLAIN.length))
        .hasMessage("the file decodes to more than 20000 bytes");
  }

  @Test
  void takesNoPageBeyondWhatMemoryShouldHold() {
    ZstdReading patient = new ZstdReading(new DecodedBytes(Long.MAX_VALUE));
    assertThatThrownBy(() -> patient.decompress(compressed(), 200 << 20))
        .hasMessage("a page claims 209715200 bytes; at most 134217728 are read");
    assertThatThrownBy(() -> patient.decompress(compressed(), -1))
        .hasMessage("a page claims -1 bytes; at most 134217728 are read");
  }

  @Test
  void readsNothingButZstdAndWritesNothing() {
    assertThatThrownBy(() -> reading.getDecompressor(CompressionCodecName.GZIP)).hasMessage("expected zstd, found GZIP");
    assertThatThrownBy(() -> reading.getCompressor(CompressionCodecName.ZSTD))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("this one only reads");
  }

  private static BytesInput compressed() throws IOException {
    try (ZstdWriting writing = new ZstdWriting()) {
      return writing.compress(BytesInput.from(PLAIN));
    }
  }

  private static byte[] bytes(BytesInput input) {
    ByteBuffer buffer = HeapBytes.of(input);
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
