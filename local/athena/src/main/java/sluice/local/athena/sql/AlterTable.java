package sluice.local.athena.sql;

import java.util.List;
import java.util.Optional;

/** {@code ALTER TABLE t …} of Athena's kinds; any other, such as {@code RENAME TO}, is Trino's. */
final class AlterTable {

    private interface Action {
        Optional<? extends Statement> read(Tokens tokens, TableName table);
    }

    private static final List<Action> ACTIONS = List.of(
            SetTableProperties::read, AddColumns::read, DropColumn::read, ChangeColumn::read, ReplaceColumns::read, AddPartitions::read, DropPartitions::read);

    private AlterTable() {
    }

    static Optional<? extends Statement> read(Tokens tokens, String database) {
        if (!tokens.take("alter", "table")) {
            return Optional.empty();
        }
        TableName table = tokens.table(database);
        for (Action action : ACTIONS) {
            Optional<? extends Statement> found = action.read(tokens, table);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
