package sluice.quality.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetTableRequest;
import software.amazon.awssdk.services.glue.model.GetTableResponse;
import sluice.quality.sql.TableColumn;
import sluice.quality.sql.TableColumns;

class GlueCatalogueTest {
  private final GlueCatalogue catalogue = new GlueCatalogue(new OneTable());

  @Test
  void knowsTheColumnsThatTheTableHasNow() {
    TableColumns columns = catalogue.columns("sluice_blue", "sales").orElseThrow();
    assertThat(columns.names()).containsExactly("id", "price", "day");
    assertThat(columns.find("price")).contains(TableColumn.stored("price", "decimal(18,2)"));
  }

  @Test
  void knowsWhenThereIsNoSuchTable() {
    assertThat(catalogue.columns("sluice_green", "sales")).isEmpty();
  }

  private static final class OneTable implements GlueClient {
    @Override
    public GetTableResponse getTable(GetTableRequest request) {
      if (!request.databaseName().equals("sluice_blue")) {
        throw EntityNotFoundException.builder().message("none").build();
      }
      return GetTableResponse.builder().table(table -> table
          .storageDescriptor(storage -> storage.columns(column("id", "bigint"), column("price", "decimal(18,2)"),
              Column.builder().name("gone").type("string").parameters(Map.of("iceberg.field.current", "false")).build()))
          .partitionKeys(column("day", "date"))).build();
    }

    private static Column column(String name, String type) {
      return Column.builder().name(name).type(type).build();
    }

    @Override
    public String serviceName() {
      return "glue";
    }

    @Override
    public void close() {}
  }
}
