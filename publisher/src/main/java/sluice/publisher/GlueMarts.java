package sluice.publisher;

import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Table;

/** Marts as the Glue catalogue shows them: Iceberg tables carry {@code table_type=ICEBERG}, dbt's views do not. */
public final class GlueMarts implements MartCatalog {
  private final GlueClient glue;

  public GlueMarts(GlueClient glue) {
    this.glue = Objects.requireNonNull(glue);
  }

  @Override
  public List<String> marts(String database) {
    return glue.getTablesPaginator(get -> get.databaseName(database)).stream()
        .flatMap(page -> page.tableList().stream())
        .filter(GlueMarts::isIceberg)
        .map(Table::name)
        // dbt's own half-made tables, such as orders__bkp, which a build that was cut off may have left.
        .filter(name -> !name.contains("__"))
        .sorted()
        .toList();
  }

  private static boolean isIceberg(Table table) {
    return table.hasParameters() && "ICEBERG".equalsIgnoreCase(table.parameters().get("table_type"));
  }
}
