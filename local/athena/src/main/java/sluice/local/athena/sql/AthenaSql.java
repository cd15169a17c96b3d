package sluice.local.athena.sql;

import java.util.List;
import java.util.Optional;

/** Reads Athena's SQL: asks every difference in turn whether the text is its own; what none claims goes to Trino. */
public final class AthenaSql {

    /** One way in which Athena's language differs from Trino's. */
    interface Difference {
        Optional<? extends Statement> read(Tokens tokens, String database);
    }

    private static final List<Difference> DIFFERENCES = List.of(
            CreateDatabase::read, CreateTableAs::read, CreateTable::read, AlterTable::read, RepairTable::read, Optimize::read, Vacuum::read, Listing::read);

    private AthenaSql() {
    }

    /** @param database where a table without a database's name is looked for */
    public static Statement read(String text, String database) {
        for (Difference difference : DIFFERENCES) {
            Optional<? extends Statement> statement = difference.read(new Tokens(text), database);
            if (statement.isPresent()) {
                return statement.get();
            }
        }
        return TrinoQuery.of(text);
    }
}
