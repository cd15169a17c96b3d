package sluice.local.athena.result;

import io.trino.client.Column;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.local.athena.engine.Sink;

/** Writes the rows of one statement to a file as they come; a statement without a result leaves none. */
public final class ResultWriter implements Sink, AutoCloseable {
    private final Path path;
    private final boolean header;
    private List<ResultColumn> columns = List.of();
    private BufferedWriter out;

    private ResultWriter(Path path, boolean header) {
        this.path = path;
        this.header = header;
    }

    /** As a query's result is: the first row names the columns. */
    public static ResultWriter withHeader(Path path) {
        return new ResultWriter(path, true);
    }

    /** As the lists of utility statements are. */
    public static ResultWriter withoutHeader(Path path) {
        return new ResultWriter(path, false);
    }

    @Override
    public void columns(List<Column> found) {
        resultColumns(found.stream().map(ResultColumn::of).toList());
    }

    /** For a result that Athena itself makes. */
    public void resultColumns(List<ResultColumn> found) {
        columns = found;
        try {
            out = Files.newBufferedWriter(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the result " + path, e);
        }
        if (header) {
            line(found.stream().map(ResultColumn::name).toList());
        }
    }

    @Override
    public void row(List<Object> values) {
        List<String> cells = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            cells.add(TextForm.of(columns.get(i), values.get(i)));
        }
        line(cells);
    }

    private void line(List<String> cells) {
        try {
            for (int i = 0; i < cells.size(); i++) {
                if (i > 0) {
                    out.write(',');
                }
                String text = cells.get(i);
                if (text != null) {
                    out.write('"');
                    out.write(text.indexOf('"') < 0 ? text : text.replace("\"", "\"\""));
                    out.write('"');
                }
            }
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the result " + path, e);
        }
    }

    /** To be asked after {@link #close()}. */
    public Optional<ResultFile> file() {
        return out == null ? Optional.empty() : Optional.of(new ResultFile(path, columns));
    }

    @Override
    public void close() {
        if (out != null) {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the result " + path, e);
            }
        }
    }
}
