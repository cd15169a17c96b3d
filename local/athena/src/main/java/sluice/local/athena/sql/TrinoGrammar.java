package sluice.local.athena.sql;

import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.SqlParser;

/** Asks Trino's own parser before anything runs, because Athena refuses a text that is no SQL when it is asked to start it. */
final class TrinoGrammar {
    private static final SqlParser PARSER = new SqlParser();

    private TrinoGrammar() {
    }

    /** @throws SyntaxException with the place in the user's text */
    static Rewriting checked(Rewriting statement) {
        try {
            PARSER.createStatement(statement.sql());
            return statement;
        } catch (ParsingException e) {
            throw new SyntaxException(statement.relocate(e.getMessage()), e);
        }
    }
}
