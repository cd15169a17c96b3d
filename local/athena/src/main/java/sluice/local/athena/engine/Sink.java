package sluice.local.athena.engine;

import io.trino.client.Column;
import java.util.List;
import java.util.function.Consumer;

/** Takes the rows of a statement one at a time, so that nobody holds them all. */
public interface Sink {
    /** Comes once, before the first row, and not at all for a statement without a result. */
    void columns(List<Column> columns);

    void row(List<Object> values);

    /** For statements whose rows nobody reads. */
    Sink NONE = rows(row -> { });

    /** For a caller who knows the columns already. */
    static Sink rows(Consumer<List<Object>> taker) {
        return new Sink() {
            @Override
            public void columns(List<Column> columns) {
                // known already
            }

            @Override
            public void row(List<Object> values) {
                taker.accept(values);
            }
        };
    }
}
