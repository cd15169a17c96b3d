package sluice.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.GetTablesRequest;
import software.amazon.awssdk.services.glue.model.GetTablesResponse;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.paginators.GetTablesIterable;

class GlueMartsTest {
  private static final Map<String, String> ICEBERG = Map.of("table_type", "ICEBERG");

  @Test
  void takesTheIcebergTablesOfAllPagesSorted() {
    GlueMarts marts = new GlueMarts(new Pages(List.of(
        List.of(table("postings_by_technology", ICEBERG), table("stg_devitjobs__postings", Map.of("presto_view", "true"))),
        List.of(table("job_postings", Map.of("table_type", "iceberg")), table("int_postings", null)))));
    assertThat(marts.marts("sluice_blue")).containsExactly("job_postings", "postings_by_technology");
  }

  @Test
  void leavesOutWhatABrokenBuildLeftBehind() {
    GlueMarts marts = new GlueMarts(new Pages(List.of(List.of(table("job_postings__bkp", ICEBERG), table("job_postings", ICEBERG)))));
    assertThat(marts.marts("sluice_blue")).containsExactly("job_postings");
  }

  @Test
  void findsNothingInAnEmptyDatabase() {
    assertThat(new GlueMarts(new Pages(List.of(List.of()))).marts("sluice_blue")).isEmpty();
  }

  private static Table table(String name, Map<String, String> parameters) {
    return Table.builder().name(name).parameters(parameters).build();
  }

  /** Answers page after page; the token is the next page's number. */
  private record Pages(List<List<Table>> pages) implements GlueClient {
    @Override
    public GetTablesResponse getTables(GetTablesRequest request) {
      assertThat(request.databaseName()).isEqualTo("sluice_blue");
      int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
      return GetTablesResponse.builder()
          .tableList(pages.get(page))
          .nextToken(page + 1 < pages.size() ? Integer.toString(page + 1) : null)
          .build();
    }

    @Override
    public GetTablesIterable getTablesPaginator(java.util.function.Consumer<GetTablesRequest.Builder> request) {
      return new GetTablesIterable(this, GetTablesRequest.builder().applyMutation(request).build());
    }

    @Override
    public String serviceName() {
      return "glue";
    }

    @Override
    public void close() {}
  }
}
