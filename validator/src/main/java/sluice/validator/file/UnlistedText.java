package sluice.validator.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import sluice.validator.file.read.Fields;
import sluice.validator.file.read.JsonText;

/** The values of columns that the contract does not list, as one JSON object of texts; a null leaves no trace. */
final class UnlistedText {
  private final int firstSlot;
  private final byte[][] names;
  private final Buffer text = new Buffer();

  /** @param names of the columns whose values begin at {@code firstSlot} */
  UnlistedText(int firstSlot, List<String> names) {
    this.firstSlot = firstSlot;
    this.names = names.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
  }

  /** Puts the object into a slot, behind what stands there, or leaves the slot as it is where there is no value. */
  void into(Fields row, int slot) {
    text.reset();
    int before = row.length(slot);
    if (before > 2 && row.bytes(slot)[row.start(slot)] == '{') {
      text.write(row.bytes(slot), row.start(slot), before - 1); // without its closing bracket
    }
    int begun = text.size();
    for (int at = 0; at < names.length; at++) {
      int length = row.length(firstSlot + at);
      if (length >= 0) {
        text.write(text.size() == 0 ? '{' : ',');
        JsonText.quote(names[at], 0, names[at].length, text);
        text.write(':');
        JsonText.quote(row.bytes(firstSlot + at), row.start(firstSlot + at), length, text);
      }
    }
    if (text.size() > begun) {
      text.write('}');
      row.set(slot, text.bytes(), 0, text.size());
    }
  }

  /** Lends its array, so that a row costs no copy. */
  private static final class Buffer extends ByteArrayOutputStream {
    byte[] bytes() {
      return buf;
    }
  }
}
