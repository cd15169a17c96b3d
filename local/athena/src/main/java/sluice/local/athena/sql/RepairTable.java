package sluice.local.athena.sql;

import java.util.Optional;

/** {@code MSCK REPAIR TABLE}: adds the partitions that lie in S3 and are not yet in the catalogue; it never drops one. */
public record RepairTable(TableName table) implements Statement {

    static Optional<RepairTable> read(Tokens tokens, String database) {
        if (!tokens.take("msck", "repair", "table")) {
            return Optional.empty();
        }
        TableName table = tokens.table(database);
        tokens.expectEnd();
        return Optional.of(new RepairTable(table));
    }

    public Rewriting call(String catalog) {
        return Rewriting.own("call %s.system.sync_partition_metadata(%s, %s, 'ADD')"
                .formatted(catalog, TableName.literal(table.database()), TableName.literal(table.table())));
    }
}
