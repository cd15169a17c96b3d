package sluice.local.athena.sql;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code VACUUM t}: forgets old snapshots and removes the files that none refers to; how old, the table's own properties say. */
public record Vacuum(TableName table) implements Statement {
    private static final Duration DEFAULT_AGE = Duration.ofDays(5);

    static Optional<Vacuum> read(Tokens tokens, String database) {
        if (!tokens.take("vacuum")) {
            return Optional.empty();
        }
        TableName table = tokens.table(database);
        tokens.expectEnd();
        return Optional.of(new Vacuum(table));
    }

    /** @param properties the table's, by the names that Athena gives them */
    public List<Rewriting> execute(String catalog, Map<String, String> properties) {
        String age = properties.getOrDefault("vacuum_max_snapshot_age_seconds", String.valueOf(DEFAULT_AGE.toSeconds()));
        String keep = properties.getOrDefault("vacuum_min_snapshots_to_keep", "1");
        return List.of(
                Rewriting.own("alter table %s execute expire_snapshots(retention_threshold => '%ss', retain_last => %s)".formatted(table.in(catalog), age, keep)),
                Rewriting.own("alter table %s execute remove_orphan_files(retention_threshold => '%ss')".formatted(table.in(catalog), age)));
    }
}
