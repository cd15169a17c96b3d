package sluice.lake.parquet;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes are Thrift's compact protocol: a field is (step to its number, type), 0 ends a struct. */
class FooterWalkTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {
    "00", // nothing
    "11 12 00", // two truth values
    "13 7f 14 ff01 15 8001 16 ffffffffffffffffff01 00", // numbers of every width
    "17 0000000000000000 00", // a double
    "18 03 616263 00", // a text
    "05 c801 02 00", // a field whose number is written out
    "19 32 01 00 01 00", // a list of three truth values
    "19 2c 15 02 00 15 04 00 00", // a list of two structs
    "1a f5 0f 000000000000000000000000000000 00", // a set of fifteen numbers, its size written out
    "1b 00 00", // an empty map
    "1b 02 85 01 61 02 02 01 62 04 00", // a map of two texts to numbers
    "1c 1c 00 00 00"}) // a struct in a struct
  void walksOverEveryShape(String hex) throws IOException {
    Path file = file(hex);
    assertThatCode(() -> FooterWalk.check(file)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", // no end
    "18 04 616263", // a text longer than what is left
    "18 ffffffffffffffffff01 00", // a text of less than nothing
    "19 f2 ffffffff07 00", // a list of two thousand millions
    "1b ffffffff07 88 00", // a map of as many
    "15 8080808080808080808080 00", // a number without an end
    "1d 00", // a type that does not exist
    "1c 1c 1c"}) // structs without an end
  void refusesWhatDoesNotFit(String hex) throws IOException {
    Path file = file(hex);
    assertThatThrownBy(() -> FooterWalk.check(file))
        .isInstanceOf(UnreadableParquetException.class)
        .hasMessage("f.parquet has a damaged footer");
  }

  @Test
  void refusesAFooterThatIsNotInTheFileOrTooLarge() throws IOException {
    Path file = folder.resolve("f.parquet");
    for (String length : new String[] {"ffffff7f", "ffffffff", "01004000", "64000000"}) {
      Files.write(file, HexFormat.of().parseHex("00".repeat(50) + length + "50415231"));
      assertThatThrownBy(() -> FooterWalk.check(file))
          .isInstanceOf(UnreadableParquetException.class)
          .hasMessageMatching("f\\.parquet claims a footer of -?\\d+ bytes");
    }
  }

  private Path file(String hex) throws IOException {
    byte[] footer = HexFormat.of().parseHex(hex.replace(" ", ""));
    byte[] whole = Footers.around(footer);
    // The walk wants room for magic, length and magic, even around an empty footer.
    return Files.write(folder.resolve("f.parquet"), whole.length < 16 ? padded(whole) : whole);
  }

  private static byte[] padded(byte[] file) {
    byte[] padded = new byte[16];
    System.arraycopy(file, 0, padded, 16 - file.length, file.length);
    return padded;
  }
}
