package sluice.local.athena.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads back what {@link ResultWriter} wrote: every value in quotes, a null without any. */
final class CsvReader {
    private final InputStream in;
    private long consumed;

    CsvReader(InputStream in) {
        this.in = in;
    }

    long consumed() {
        return consumed;
    }

    List<String> row() throws IOException {
        List<String> cells = new ArrayList<>();
        int next = read();
        while (true) {
            String cell = null;
            if (next == '"') {
                ByteArrayOutputStream value = new ByteArrayOutputStream();
                next = read();
                while (next != '"' || (next = read()) == '"') {
                    if (next < 0) {
                        throw new IOException("a result file ends inside a value");
                    }
                    value.write(next);
                    next = read();
                }
                cell = value.toString(StandardCharsets.UTF_8);
            }
            cells.add(cell);
            if (next != ',') {
                return cells;
            }
            next = read();
        }
    }

    private int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            consumed++;
        }
        return next;
    }
}
