package sluice.local.athena.sql;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sluice.local.athena.sql.Token.Kind;

/** {@code CREATE DATABASE | SCHEMA}: Trino would want a location, Athena wants none. */
public record CreateDatabase(String name, boolean ifNotExists, Optional<String> comment, Optional<String> location, Map<String, String> properties)
        implements Statement {

    static Optional<CreateDatabase> read(Tokens tokens, String database) {
        if (!tokens.take("create", "schema") && !tokens.take("create", "database")) {
            return Optional.empty();
        }
        boolean ifNotExists = tokens.take("if", "not", "exists");
        String name = tokens.name().text();
        while (tokens.take(".")) {
            name = tokens.name().text();
        }
        Optional<String> comment = tokens.take("comment") ? Optional.of(tokens.expect(Kind.STRING, "a comment in quotes").text()) : Optional.empty();
        Optional<String> location = tokens.take("location") ? Optional.of(tokens.expect(Kind.STRING, "a location in quotes").text()) : Optional.empty();
        Map<String, String> properties = tokens.take("with", "dbproperties") ? tokens.stringPairs() : Map.of();
        tokens.expectEnd();
        return Optional.of(new CreateDatabase(name.toLowerCase(Locale.ROOT), ifNotExists, comment, location, properties));
    }
}
