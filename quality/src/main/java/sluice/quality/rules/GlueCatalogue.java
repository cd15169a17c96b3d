package sluice.quality.rules;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.Table;
import sluice.quality.sql.TableColumn;
import sluice.quality.sql.TableColumns;

/** The Glue catalogue; an Iceberg table has its columns there too, and its partitions are ordinary columns. */
public final class GlueCatalogue implements Catalogue {
  private final GlueClient glue;

  public GlueCatalogue(GlueClient glue) {
    this.glue = Objects.requireNonNull(glue);
  }

  @Override
  public Optional<TableColumns> columns(String database, String table) {
    try {
      Table found = glue.getTable(get -> get.databaseName(database).name(table)).table();
      return Optional.of(TableColumns.of(
          Stream.concat(found.storageDescriptor().columns().stream(), found.partitionKeys().stream())
              // A column that was dropped from an Iceberg table stays in Glue, marked as not current.
              .filter(column -> !"false".equals(column.parameters().get("iceberg.field.current")))
              .map(column -> TableColumn.stored(column.name(), column.type()))
              .toList()));
    } catch (EntityNotFoundException none) {
      return Optional.empty();
    }
  }
}
