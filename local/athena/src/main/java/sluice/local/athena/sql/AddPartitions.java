package sluice.local.athena.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ALTER TABLE t ADD [IF NOT EXISTS] PARTITION (…) …} */
public record AddPartitions(TableName table, boolean ifNotExists, List<PartitionSpec> partitions) implements Statement {

    static Optional<AddPartitions> read(Tokens tokens, TableName table) {
        if (!tokens.take("add")) {
            return Optional.empty();
        }
        boolean ifNotExists = tokens.take("if", "not", "exists");
        List<PartitionSpec> partitions = new ArrayList<>();
        do {
            partitions.add(PartitionSpec.read(tokens));
            tokens.take(",");
        } while (tokens.comes("partition"));
        tokens.expectEnd();
        return Optional.of(new AddPartitions(table, ifNotExists, partitions));
    }
}
