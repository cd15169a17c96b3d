package sluice.local.athena.sql;

import java.util.Locale;
import java.util.Optional;
import sluice.local.athena.sql.Token.Kind;

/** {@code SHOW …} and {@code DESCRIBE}: lists from the catalogue in Athena's own columns, which are not Trino's. */
public sealed interface Listing extends Statement {

    record Databases(Optional<String> pattern) implements Listing {
    }

    record Tables(String database, Optional<String> pattern) implements Listing {
    }

    record Views(String database, Optional<String> pattern) implements Listing {
    }

    record Columns(TableName table) implements Listing {
    }

    record Partitions(TableName table) implements Listing {
    }

    record Properties(TableName table, Optional<String> key) implements Listing {
    }

    record Description(TableName table) implements Listing {
    }

    static Optional<Listing> read(Tokens tokens, String database) {
        Optional<Listing> listing = tokens.take("show") ? show(tokens, database)
                : tokens.take("describe") || tokens.take("desc") ? description(tokens, database) : Optional.empty();
        if (listing.isPresent()) {
            tokens.expectEnd();
        }
        return listing;
    }

    private static Optional<Listing> show(Tokens tokens, String database) {
        if (tokens.take("databases") || tokens.take("schemas")) {
            return Optional.of(new Databases(pattern(tokens)));
        }
        if (tokens.take("tables")) {
            return Optional.of(new Tables(databaseOr(tokens, database), pattern(tokens)));
        }
        if (tokens.take("views")) {
            return Optional.of(new Views(databaseOr(tokens, database), pattern(tokens)));
        }
        if (tokens.take("columns")) {
            return Optional.of(new Columns(in(tokens) ? columnsTable(tokens, database) : tokens.table(database)));
        }
        if (tokens.take("partitions")) {
            return Optional.of(new Partitions(tokens.table(database)));
        }
        if (tokens.take("tblproperties")) {
            TableName table = tokens.table(database);
            Optional<String> key = Optional.empty();
            if (tokens.take("(")) {
                key = Optional.of(tokens.expect(Kind.STRING, "a property name in quotes").text());
                tokens.expect(")");
            }
            return Optional.of(new Properties(table, key));
        }
        return Optional.empty();
    }

    private static Optional<Listing> description(Tokens tokens, String database) {
        if (tokens.comes("input") || tokens.comes("output")) {
            return Optional.empty();
        }
        if (!tokens.take("extended")) {
            tokens.take("formatted");
        }
        return Optional.of(new Description(tokens.table(database)));
    }

    private static boolean in(Tokens tokens) {
        return tokens.take("in") || tokens.take("from");
    }

    private static String databaseOr(Tokens tokens, String database) {
        return in(tokens) ? tokens.name().text().toLowerCase(Locale.ROOT) : database;
    }

    private static TableName columnsTable(Tokens tokens, String database) {
        TableName table = tokens.table(database);
        return in(tokens) ? TableName.of(tokens.name().text(), table.table()) : table;
    }

    /** Hive's pattern: only {@code *} and {@code |} mean something. */
    private static Optional<String> pattern(Tokens tokens) {
        tokens.take("like");
        return tokens.atEnd() || tokens.comes(";") ? Optional.empty() : Optional.of(tokens.expect(Kind.STRING, "a pattern in quotes").text());
    }
}
