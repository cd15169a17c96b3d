package sluice.local.athena.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.local.athena.sql.CreateTableAs.Format;

class CreateTableAsTest {
    private static final String ICEBERG = """
            -- made by dbt
            create table "awsdatacatalog"."tiny"."ice"
            with (
              table_type='iceberg',
              is_external=false,
              location='s3://b/x/',
              partitioning=ARRAY['day(at)', 'bucket(id, 4)'],
              write_compression='zstd',
              format='parquet',
              vacuum_max_snapshot_age_seconds=60
            )
            as
              select `id`, ')' as bracket from t
            """;

    @Test
    void makesAnIcebergTableInTheIcebergCatalogWithTrinosPropertyNames() {
        CreateTableAs create = read(ICEBERG);

        assertThat(create.format()).isEqualTo(Format.ICEBERG);
        assertThat(create.table()).isEqualTo(new TableName("tiny", "ice"));
        assertThat(create.query(Optional.of("s3://b/default")).sql()).isEqualTo("""
                -- made by dbt
                create table iceberg."tiny"."ice"
                 with (location = 's3://b/x/', partitioning = ARRAY['day(at)', 'bucket(id, 4)'], compression_codec = 'ZSTD', format = 'PARQUET', \
                extra_properties = map(array['vacuum_max_snapshot_age_seconds'], array['60']))
                as
                  select "id", ')' as bracket from t""");
    }

    @Test
    void givesTheQueryAloneSoThatItsTypesCanBeAsked() {
        assertThat(read(ICEBERG).select()).isEqualTo("select \"id\", ')' as bracket from t");
    }

    @Test
    void pointsErrorsBehindThePropertiesToTheLineOfTheUsersText() {
        Rewriting query = read(ICEBERG).query(Optional.empty());

        // In the rewritten text the query is on line 5, in the user's on line 13, and the quotes are as wide as the backticks.
        assertThat(query.relocate("line 5:16: Column 'bracket' is wrong")).isEqualTo("line 13:16: Column 'bracket' is wrong");
    }

    @Test
    void pointsErrorsInThePropertiesToTheirBeginning() {
        assertThat(read(ICEBERG).query(Optional.empty()).relocate("line 3:9: no such property")).isEqualTo("line 3:1: no such property");
    }

    @Test
    void makesAHiveTableWithoutWhatTrinoDoesNotKnow() {
        CreateTableAs create = read("create table t with (table_type='hive', is_external=true, external_location='s3://b/t', format='parquet', "
                + "partitioned_by=array['id'], write_compression='snappy', field_delimiter=',') as select 1 as a, 2 as id;");

        assertThat(create.format()).isEqualTo(Format.HIVE);
        assertThat(create.query(Optional.of("s3://b/default")).sql())
                .isEqualTo("create table awsdatacatalog.\"db\".\"t\"  with (external_location = 's3://b/t', format = 'PARQUET', partitioned_by = array['id'], "
                        + "textfile_field_separator = ',') as select 1 as a, 2 as id");
    }

    @Test
    void putsAHiveTableWithoutAPlaceBesideTheResults() {
        CreateTableAs create = read("create table if not exists t as select 1 as a");

        assertThat(create.query(Optional.of("s3://b/tables/1")).sql())
                .isEqualTo("create table if not exists awsdatacatalog.\"db\".\"t\" with (external_location = 's3://b/tables/1') as select 1 as a");
        assertThat(create.query(Optional.empty()).sql()).isEqualTo("create table if not exists awsdatacatalog.\"db\".\"t\" as select 1 as a");
    }

    @Test
    void refusesABrokenPropertyListWhereItBreaks() {
        assertThatThrownBy(() -> AthenaSql.read("create table t with (format=) as select 1", "db"))
                .isInstanceOf(SyntaxException.class)
                .hasMessage("line 1:29: mismatched input ')'. Expecting: a property value");
    }

    @Test
    void refusesABrokenQueryWhereItBreaks() {
        assertThatThrownBy(() -> AthenaSql.read("create table t with (\nformat='parquet')\nas select from", "db"))
                .isInstanceOf(SyntaxException.class)
                .hasMessageStartingWith("line 3:11: mismatched input 'from'.");
    }

    private static CreateTableAs read(String text) {
        return (CreateTableAs) AthenaSql.read(text, "db");
    }
}
