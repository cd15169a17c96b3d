package sluice.validator.file.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes UTF-8 as a JSON string, escaping only what JSON forbids. */
public final class JsonText {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private JsonText() {}

  public static void quote(byte[] utf8, int start, int length, ByteArrayOutputStream out) {
    out.write('"');
    int plain = start;
    for (int at = start; at < start + length; at++) {
      int sign = utf8[at];
      if (sign == '"' || sign == '\\' || sign >= 0 && sign < ' ') {
        out.write(utf8, plain, at - plain);
        plain = at + 1;
        out.write('\\');
        if (sign >= ' ') {
          out.write(sign);
        } else {
          out.writeBytes(new byte[] {'u', '0', '0', HEX[sign >> 4], HEX[sign & 15]});
        }
      }
    }
    out.write(utf8, plain, start + length - plain);
    out.write('"');
  }
}
