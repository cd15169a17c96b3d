package sluice.local.athena.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableChangeTest {
    private static final HiveTable BEFORE = new HiveTable(List.of(column("a", "int"), column("b", "string")), Map.of("classification", "parquet"));

    @Test
    void setsPropertiesBesideThoseThatAreThere() {
        TableChange change = read("alter table `x`.`t` set tblproperties ('classification'='csv', 'more'='it''s')");

        assertThat(change.table()).isEqualTo(new TableName("x", "t"));
        assertThat(change.forHive(BEFORE).parameters()).isEqualTo(Map.of("classification", "csv", "more", "it's"));
        assertThat(change.forIceberg("iceberg")).extracting(Rewriting::sql).containsExactly(
                "alter table iceberg.\"x\".\"t\" set properties extra_properties = map(array['classification', 'more'], array['csv', 'it''s'])");
    }

    @Test
    void setsWhatIcebergItselfKnowsUnderItsOwnName() {
        assertThat(read("alter table t set tblproperties ('format'='orc', 'write_compression'='snappy')").forIceberg("iceberg").getFirst().sql())
                .isEqualTo("alter table iceberg.\"db\".\"t\" set properties format = 'ORC', compression_codec = 'SNAPPY'");
    }

    @Test
    void addsColumnsAtTheEnd() {
        TableChange change = read("alter table t add columns (C bigint, d struct<x:int>)");

        assertThat(change.forHive(BEFORE).columns()).extracting(HiveColumn::name).containsExactly("a", "b", "c", "d");
        assertThat(change.forIceberg("iceberg")).extracting(Rewriting::sql).containsExactly(
                "alter table iceberg.\"db\".\"t\" add column \"c\" bigint", "alter table iceberg.\"db\".\"t\" add column \"d\" row(\"x\" integer)");
    }

    @Test
    void refusesAColumnThatIsThereAlready() {
        assertThatThrownBy(() -> read("alter table t add columns (a bigint)").forHive(BEFORE))
                .isInstanceOf(RefusedException.class).hasMessage("Duplicate column name: a");
    }

    @Test
    void dropsAColumnOfAnIcebergTableOnly() {
        TableChange change = read("alter table t drop column `a`");

        assertThat(change.forIceberg("iceberg")).extracting(Rewriting::sql).containsExactly("alter table iceberg.\"db\".\"t\" drop column \"a\"");
        assertThatThrownBy(() -> change.forHive(BEFORE))
                .isInstanceOf(RefusedException.class).hasMessage("DROP COLUMN is not supported for the Hive table db.t; use REPLACE COLUMNS");
    }

    @Test
    void replacesTheColumnsOfAHiveTableOnly() {
        TableChange change = read("alter table t replace columns (z date)");

        assertThat(change.forHive(BEFORE).columns()).containsExactly(column("z", "date"));
        assertThatThrownBy(() -> change.forIceberg("iceberg"))
                .isInstanceOf(RefusedException.class).hasMessage("REPLACE COLUMNS is not supported for the Iceberg table db.t");
    }

    @Test
    void changesAColumnsNameTypeAndComment() {
        TableChange change = read("alter table t change column a a2 bigint comment 'wider'");

        assertThat(change.forHive(BEFORE).columns()).containsExactly(new HiveColumn("a2", "bigint", Optional.of("wider")), column("b", "string"));
        assertThat(change.forIceberg("iceberg")).extracting(Rewriting::sql).containsExactly(
                "alter table iceberg.\"db\".\"t\" rename column \"a\" to \"a2\"",
                "alter table iceberg.\"db\".\"t\" alter column \"a2\" set data type bigint",
                "comment on column iceberg.\"db\".\"t\".\"a2\" is 'wider'");
        assertThatThrownBy(() -> read("alter table t change q q int").forHive(BEFORE))
                .isInstanceOf(RefusedException.class).hasMessage("Invalid column reference q");
    }

    private static HiveColumn column(String name, String type) {
        return new HiveColumn(name, type, Optional.empty());
    }

    private static TableChange read(String text) {
        return (TableChange) AthenaSql.read(text, "db");
    }
}
