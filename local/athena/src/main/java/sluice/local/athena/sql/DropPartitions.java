package sluice.local.athena.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ALTER TABLE t DROP [IF EXISTS] PARTITION (…), …}: only from the catalogue, the objects stay. */
public record DropPartitions(TableName table, boolean ifExists, List<PartitionSpec> partitions) implements Statement {

    static Optional<DropPartitions> read(Tokens tokens, TableName table) {
        if (!tokens.take("drop")) {
            return Optional.empty();
        }
        boolean ifExists = tokens.take("if", "exists");
        List<PartitionSpec> partitions = new ArrayList<>();
        do {
            partitions.add(PartitionSpec.read(tokens));
        } while (tokens.take(","));
        tokens.expectEnd();
        return Optional.of(new DropPartitions(table, ifExists, partitions));
    }
}
