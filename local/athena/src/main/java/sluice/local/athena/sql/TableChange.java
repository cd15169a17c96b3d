package sluice.local.athena.sql;

import java.util.List;

/** An {@code ALTER TABLE} that is done in the catalogue for a Hive table, but by the engine for an Iceberg one. */
public sealed interface TableChange extends Statement permits AddColumns, ChangeColumn, DropColumn, ReplaceColumns, SetTableProperties {
    TableName table();

    /** @throws RefusedException where Athena has no such change for Hive tables */
    HiveTable forHive(HiveTable before);

    /** @throws RefusedException where Athena has no such change for Iceberg tables */
    List<Rewriting> forIceberg(String catalog);
}
