package sluice.local.athena.engine;

import java.util.List;
import java.util.Map;
import sluice.local.athena.sql.Rewriting;

/** In what a statement runs: the database where bare table names are looked for, statements known by name, and values for question marks. */
public record Context(String database, Map<String, String> prepared, List<String> parameters) {
    private static final String NAME = "statement";

    public Context {
        prepared = Map.copyOf(prepared);
        parameters = List.copyOf(parameters);
    }

    public static Context of(String database) {
        return new Context(database, Map.of(), List.of());
    }

    /** A statement with values is prepared under a name, so that its errors still point into its own text. */
    public static Context of(String database, Rewriting statement, List<String> parameters) {
        return parameters.isEmpty() ? of(database) : new Context(database, Map.of(NAME, statement.sql()), parameters);
    }

    /** For {@code describe output} of a query. */
    static Context describing(String database, String query) {
        return new Context(database, Map.of(NAME, query), List.of());
    }

    String command(Rewriting statement) {
        return parameters.isEmpty() ? statement.sql() : "execute " + NAME + " using " + String.join(", ", parameters);
    }

    static Rewriting describeCommand() {
        return Rewriting.own("describe output " + NAME);
    }
}
