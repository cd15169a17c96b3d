package sluice.local.athena.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AthenaSqlTest {

    @Test
    void leavesAQueryAsItIs() {
        assertThat(trino("select 1 as \"a b\" -- `no name` here\nfrom t")).isEqualTo("select 1 as \"a b\" -- `no name` here\nfrom t");
    }

    @Test
    void turnsBackticksIntoDoubleQuotesAndDropsTheSemicolon() {
        assertThat(trino("drop table if exists `db`.`t \"x\"` ; ")).isEqualTo("drop table if exists \"db\".\"t \"\"x\"\"\"");
    }

    @Test
    void leavesBackticksInsideStringsAlone() {
        assertThat(trino("select '`a`;'")).isEqualTo("select '`a`;'");
    }

    @Test
    void refusesATextThatIsNoStatementAndSaysWhere() {
        assertThatThrownBy(() -> read("-- a comment\nselct 1"))
                .isInstanceOf(SyntaxException.class)
                .hasMessageStartingWith("line 2:1: mismatched input 'selct'. Expecting: ");
    }

    @Test
    void readsCreateDatabaseWithAllItsOptions() {
        assertThat(read("create schema if not exists `Sluice_Blue`"))
                .isEqualTo(new CreateDatabase("sluice_blue", true, Optional.empty(), Optional.empty(), Map.of()));
        assertThat(read("CREATE DATABASE db COMMENT 'it''s' LOCATION 's3://b/db/' WITH DBPROPERTIES ('a' = '1', 'b' = '2');"))
                .isEqualTo(new CreateDatabase("db", false, Optional.of("it's"), Optional.of("s3://b/db/"), Map.of("a", "1", "b", "2")));
    }

    @Test
    void saysWhatACreateDatabaseLacks() {
        assertThatThrownBy(() -> read("create database db comment nothing"))
                .isInstanceOf(SyntaxException.class)
                .hasMessage("line 1:28: mismatched input 'nothing'. Expecting: a comment in quotes");
        assertThatThrownBy(() -> read("create database"))
                .hasMessage("line 1:16: mismatched input '<EOF>'. Expecting: a name");
        assertThatThrownBy(() -> read("create database a b"))
                .hasMessage("line 1:19: mismatched input 'b'. Expecting: the end of the statement");
    }

    @Test
    void repairsATableByAddingPartitionsOnly() {
        RepairTable repair = (RepairTable) read("msck repair table other.`T`");

        assertThat(repair.table()).isEqualTo(new TableName("other", "t"));
        assertThat(repair.call("hive").sql()).isEqualTo("call hive.system.sync_partition_metadata('other', 't', 'ADD')");
    }

    @Test
    void optimizesWithAndWithoutACondition() {
        assertThat(((Optimize) read("OPTIMIZE t REWRITE DATA USING BIN_PACK")).execute("iceberg").sql())
                .isEqualTo("alter table iceberg.\"db\".\"t\" execute optimize");
        assertThat(((Optimize) read("optimize awsdatacatalog.x.t rewrite data using bin_pack where day = 'a;b' ;")).execute("iceberg").sql())
                .isEqualTo("alter table iceberg.\"x\".\"t\" execute optimize where day = 'a;b'");
        assertThatThrownBy(() -> read("optimize t rewrite data"))
                .hasMessage("line 1:24: mismatched input '<EOF>'. Expecting: 'using'");
    }

    @Test
    void vacuumsAsTheTableSays() {
        Vacuum vacuum = (Vacuum) read("vacuum t");

        assertThat(vacuum.execute("iceberg", Map.of())).extracting(Rewriting::sql).containsExactly(
                "alter table iceberg.\"db\".\"t\" execute expire_snapshots(retention_threshold => '432000s', retain_last => 1)",
                "alter table iceberg.\"db\".\"t\" execute remove_orphan_files(retention_threshold => '432000s')");
        assertThat(vacuum.execute("iceberg", Map.of("vacuum_max_snapshot_age_seconds", "60", "vacuum_min_snapshots_to_keep", "3")).getFirst().sql())
                .endsWith("expire_snapshots(retention_threshold => '60s', retain_last => 3)");
    }

    @Test
    void takesTheTablesDatabaseFromTheNameBeforeTheContext() {
        assertThat(read("vacuum \"AwsDataCatalog\".\"Other\".\"T\"")).isEqualTo(new Vacuum(new TableName("other", "t")));
        assertThatThrownBy(() -> read("vacuum a.b.c.d"))
                .hasMessage("line 1:15: mismatched input '<EOF>'. Expecting: a table name of at most three parts");
    }

    @Test
    void leavesRenamesAndViewsToTrino() {
        assertThat(trino("alter table `a`.`b` rename to `a`.`c`")).isEqualTo("alter table \"a\".\"b\" rename to \"a\".\"c\"");
        assertThat(read("create or replace view v as select 1 as a")).isInstanceOf(TrinoQuery.class);
    }

    @Test
    void readsPartitionsToAddAndToDrop() {
        assertThat(read("alter table t add if not exists partition (Day = '2026-01-01', n = 7) location 's3://b/x' partition (day='2', n='8')"))
                .isEqualTo(new AddPartitions(new TableName("db", "t"), true, List.of(
                        new PartitionSpec(Map.of("day", "2026-01-01", "n", "7"), Optional.of("s3://b/x")),
                        new PartitionSpec(Map.of("day", "2", "n", "8"), Optional.empty()))));
        assertThat(read("alter table t drop partition (day='1'), partition (day='2')"))
                .isEqualTo(new DropPartitions(new TableName("db", "t"), false, List.of(
                        new PartitionSpec(Map.of("day", "1"), Optional.empty()), new PartitionSpec(Map.of("day", "2"), Optional.empty()))));
    }

    private static Statement read(String text) {
        return AthenaSql.read(text, "db");
    }

    private static String trino(String text) {
        return ((TrinoQuery) read(text)).query().sql();
    }
}
