package sluice.local.athena.result;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A finished result on disk, in the CSV form that Athena leaves in S3; read back page by page, so that no result is too large. */
public record ResultFile(Path path, List<ResultColumn> columns) {

    /** Some rows, null where a cell is null, and where the next ones begin. */
    public record Page(List<List<String>> rows, OptionalLong next) {
    }

    public ResultFile {
        columns = List.copyOf(columns);
    }

    /** The rows from a byte offset on, the header being the row at 0. */
    public Page page(long offset, int most) {
        try (FileChannel file = FileChannel.open(path)) {
            long size = file.size();
            if (offset < 0 || offset > size) {
                throw new IllegalArgumentException("no row of this result begins at " + offset);
            }
            file.position(offset);
            CsvReader reader = new CsvReader(new BufferedInputStream(Channels.newInputStream(file), 1 << 16));
            List<List<String>> rows = new ArrayList<>();
            while (rows.size() < most && offset + reader.consumed() < size) {
                rows.add(reader.row());
            }
            long next = offset + reader.consumed();
            return new Page(rows, next < size ? OptionalLong.of(next) : OptionalLong.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the result " + path, e);
        }
    }

    /** All rows as lines of text, as Athena leaves the lists of utility statements in S3. */
    public String asText() {
        return page(0, Integer.MAX_VALUE).rows().stream()
                .map(row -> row.stream().map(cell -> cell == null ? "" : cell).collect(Collectors.joining("\t")) + "\n")
                .collect(Collectors.joining());
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the result " + path, e);
        }
    }
}
