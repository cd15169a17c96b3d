package sluice.local.athena.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.local.athena.sql.CreateTableAs.Format;

class CreateTableTest {

    @Test
    void readsATableOverCsvAsDbtSeedsCreateIt() {
        CreateTable table = read("""
                create external table `db`.`seed__dbt_tmp` (`id` string, `Name` string comment 'as shown')
                row format serde 'org.apache.hadoop.hive.serde2.OpenCSVSerde'
                location 's3://b/seed'
                tblproperties ('skip.header.line.count'='1')
                """);

        assertThat(table.format()).isEqualTo(Format.HIVE);
        assertThat(table.columns()).containsExactly(new HiveColumn("id", "string", Optional.empty()), new HiveColumn("name", "string", Optional.of("as shown")));
        assertThat(table.storage().serde()).isEqualTo("org.apache.hadoop.hive.serde2.OpenCSVSerde");
        assertThat(table.storage().inputFormat()).isEqualTo("org.apache.hadoop.mapred.TextInputFormat");
        assertThat(table.location()).isEqualTo("s3://b/seed");
        assertThat(table.properties()).isEqualTo(Map.of("skip.header.line.count", "1"));
    }

    @Test
    void readsAPartitionedParquetTable() {
        CreateTable table = read("create external table if not exists t (a int) comment 'all' partitioned by (day string, run string) stored as parquet location 's3://b/t'");

        assertThat(table.ifNotExists()).isTrue();
        assertThat(table.comment()).contains("all");
        assertThat(table.partitionColumns()).extracting(HiveColumn::name).containsExactly("day", "run");
        assertThat(table.storage().outputFormat()).isEqualTo("org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat");
    }

    @Test
    void readsDelimitedTextAndFormatsByClassName() {
        assertThat(read("create external table t (a int) row format delimited fields terminated by '|' escaped by '\\' lines terminated by '\\n' location 's3://b'")
                .storage().serdeProperties()).isEqualTo(Map.of("field.delim", "|", "serialization.format", "|", "escape.delim", "\\", "line.delim", "\\n"));
        assertThat(read("create external table t (a int) row format serde 's' with serdeproperties ('k'='v') stored as inputformat 'i' outputformat 'o' location 's3://b'")
                .storage()).isEqualTo(new HiveStorage("s", Map.of("k", "v"), "i", "o"));
    }

    @Test
    void makesAnIcebergTableWithTrinosTypesAndTransforms() {
        CreateTable table = read("""
                create table ice (id bigint, name string comment 'who', at timestamp, tags array<string>, more map<string,struct<a:int,b:decimal(10,2)>>)
                partitioned by (day(at), bucket(16, id), name)
                location 's3://b/ice/'
                tblproperties ('table_type'='ICEBERG', 'format'='parquet', 'write_compression'='zstd', 'optimize_rewrite_delete_file_threshold'='10')
                """);

        assertThat(table.format()).isEqualTo(Format.ICEBERG);
        assertThat(table.forIceberg("iceberg").sql()).isEqualTo("create table iceberg.\"db\".\"ice\" (\"id\" bigint, \"name\" varchar comment 'who', \"at\" timestamp(6), "
                + "\"tags\" array(varchar), \"more\" map(varchar, row(\"a\" integer, \"b\" decimal(10,2)))) with (format = 'PARQUET', compression_codec = 'ZSTD', "
                + "location = 's3://b/ice/', partitioning = array['day(\"at\")', 'bucket(\"id\", 16)', '\"name\"'], "
                + "extra_properties = map(array['optimize_rewrite_delete_file_threshold'], array['10']))");
    }

    @Test
    void saysWhichKindOfTableWantsWhichWord() {
        assertThatThrownBy(() -> read("create table t (a int) location 's3://b'"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("only an Iceberg table is created without EXTERNAL; add 'table_type' = 'ICEBERG' to TBLPROPERTIES");
        assertThatThrownBy(() -> read("create external table t (a int) location 's3://b' tblproperties ('table_type'='iceberg')"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("an Iceberg table is created without EXTERNAL");
    }

    @Test
    void saysWhatIsMissingAndWhere() {
        assertThatThrownBy(() -> read("create external table t (a int)"))
                .isInstanceOf(SyntaxException.class)
                .hasMessage("line 1:32: mismatched input '<EOF>'. Expecting: 'location'");
        assertThatThrownBy(() -> read("create external table t (a text) location 's3://b'"))
                .hasMessage("line 1:28: mismatched input 'text'. Expecting: a type such as string, int, bigint, double, decimal(10,2), date or timestamp");
        assertThatThrownBy(() -> read("create external table t (a int) stored as csv location 's3://b'"))
                .hasMessage("line 1:43: mismatched input 'csv'. Expecting: one of TEXTFILE, PARQUET, ORC, AVRO, INPUTFORMAT");
    }

    private static CreateTable read(String text) {
        return (CreateTable) AthenaSql.read(text, "db");
    }
}
