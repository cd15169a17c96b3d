package sluice.local.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trino.client.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.local.athena.engine.Context;
import sluice.local.athena.engine.Engine;
import sluice.local.athena.engine.EngineException;
import sluice.local.athena.engine.Finished;
import sluice.local.athena.engine.FolderLake;
import sluice.local.athena.engine.Sink;
import sluice.local.athena.engine.StopSwitch;
import sluice.local.athena.engine.StoppedException;
import sluice.local.athena.sql.AthenaSql;
import sluice.local.athena.sql.CreateTableAs;
import sluice.local.athena.sql.Rewriting;
import sluice.local.athena.sql.TrinoQuery;

/** The real engine over a folder. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineTest {
    private Engine engine;

    @BeforeAll
    void start(@TempDir Path folder) {
        engine = Engine.start(new FolderLake(folder));
        engine.run(Rewriting.own("create schema awsdatacatalog.db"), Context.of("db"), Sink.NONE, new StopSwitch());
        create("create table ice with (table_type='ICEBERG', is_external=false, partitioning=ARRAY['day(at)'], location='local:///ice', optimize_rewrite_delete_file_threshold='5') as "
                + "select * from (values (1, 'a', timestamp '2026-01-01 10:00:00.000000'), (2, 'b', timestamp '2026-01-02 10:00:00.000000')) as t(id, name, at)");
        create("create table plain with (table_type='HIVE', is_external=true, external_location='local:///plain', partitioned_by=ARRAY['day']) as "
                + "select * from (values (1, 'x', '2026-01-01'), (2, 'y', '2026-01-02')) as t(id, word, day)");
        run("create or replace view both as select i.id, i.name, p.word from ice i join plain p on i.id = p.id");
    }

    @AfterAll
    void stop() {
        engine.close();
    }

    @Test
    void seesIcebergAndHiveTablesInOneCatalogAlsoThroughViewsAndJoins() {
        assertThat(rows("select name, word from both order by id")).containsExactly(List.of("a", "x"), List.of("b", "y"));
        assertThat(rows("select count(*) from awsdatacatalog.db.ice join db.both using (id)")).containsExactly(List.of(2L));
        assertThat(rows("select name from \"awsdatacatalog\".\"db\".\"ice\" where at < timestamp '2026-01-02'")).containsExactly(List.of("a"));
    }

    @Test
    void readsTheFilesOfAllFoldersBelowATableWithoutPartitions() {
        create("create table parted with (table_type='HIVE', is_external=true, external_location='local:///parted', partitioned_by=ARRAY['day']) as "
                + "select * from (values (1, '2026-01-01'), (2, '2026-01-02')) as t(id, day)");
        engine.run(Rewriting.own("create table awsdatacatalog.db.whole (id integer) with (external_location = 'local:///parted', format = 'PARQUET')"),
                Context.of("db"), Sink.NONE, new StopSwitch());

        assertThat(rows("select id from whole order by id")).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void replacesAViewBySomethingOverAnotherTable() {
        run("create or replace view moving as select id from ice");
        run("create or replace view moving as select word from plain");

        assertThat(rows("select * from moving order by 1")).containsExactly(List.of("x"), List.of("y"));
    }

    @Test
    void readsTheMetadataTablesOfIceberg() {
        assertThat(rows("select count(*) from \"ice$snapshots\"")).containsExactly(List.of(1L));
        assertThat(rows("select value from \"ice$properties\" where key = 'optimize_rewrite_delete_file_threshold'")).containsExactly(List.of("5"));
    }

    @Test
    void travelsInTime() {
        create("create table history with (table_type='ICEBERG', is_external=false, location='local:///history') as select 1 as version");
        Object first = rows("select snapshot_id from \"history$snapshots\"").getFirst().getFirst();
        run("update history set version = 2");

        assertThat(rows("select version from history")).containsExactly(List.of(2));
        assertThat(rows("select version from history for version as of " + first)).containsExactly(List.of(1));
    }

    @Test
    void mergesAndCountsChangedRows() {
        create("create table target with (table_type='ICEBERG', is_external=false, location='local:///target') as select * from (values (1, 'a'), (2, 'b')) as t(id, name)");

        Finished merged = run("merge into target t using (values (2, 'B'), (3, 'C')) as s(id, name) on t.id = s.id "
                + "when matched then update set name = s.name when not matched then insert (id, name) values (s.id, s.name)");

        assertThat(merged.updatedRows()).hasValue(2);
        assertThat(rows("select name from target order by id")).containsExactly(List.of("a"), List.of("B"), List.of("C"));
    }

    @Test
    void measuresWhatItRead() {
        Finished finished = run("select * from ice");

        assertThat(finished.statistics().inputRows()).isEqualTo(2);
        assertThat(finished.statistics().scannedBytes()).isPositive();
        assertThat(finished.statistics().elapsed()).isPositive();
    }

    @Test
    void tellsTheColumnsAlsoOfAnEmptyResult() {
        List<Column> columns = new ArrayList<>();
        engine.run(query("select id, name from ice where false"), Context.of("db"), new Sink() {
            @Override
            public void columns(List<Column> found) {
                columns.addAll(found);
            }

            @Override
            public void row(List<Object> values) {
                throw new AssertionError("a row of nothing");
            }
        }, new StopSwitch());

        assertThat(columns).extracting(Column::getName).containsExactly("id", "name");
    }

    @Test
    void tellsTheTypesOfAQueryWithoutRunningIt() {
        assertThat(engine.columns("select id, localtimestamp as now, cast(null as decimal(5,1)) as d from ice", "db", new StopSwitch()))
                .containsEntry("id", "integer").containsEntry("now", "timestamp(3)").containsEntry("d", "decimal(5,1)");
    }

    @Test
    void pointsToThePlaceInTheUsersText() {
        assertThatThrownBy(() -> create("create table bad with (\n  table_type = 'ICEBERG',\n  is_external = false,\n  location = 'local:///bad'\n) as\nselect id,\n  nope from `ice`"))
                .isInstanceOf(EngineException.class)
                .hasMessage("COLUMN_NOT_FOUND: line 7:3: Column 'nope' cannot be resolved");
        assertThatThrownBy(() -> run("select * from nowhere"))
                .isInstanceOf(EngineException.class)
                .hasMessage("TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.db.nowhere' does not exist");
    }

    @Test
    void fillsInValuesForQuestionMarks() {
        Rewriting query = query("select name from ice where id = ? or name = ?");
        List<List<Object>> found = new ArrayList<>();

        engine.run(query, Context.of("db", query, List.of("2", "'zzz'")), Sink.rows(found::add), new StopSwitch());

        assertThat(found).containsExactly(List.of("b"));
    }

    @Test
    void stopsInTheMiddle() throws Exception {
        StopSwitch stop = new StopSwitch();
        CountDownLatch firstRow = new CountDownLatch(1);
        Thread stopper = Thread.ofVirtual().start(() -> {
            try {
                firstRow.await(60, TimeUnit.SECONDS);
                stop.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatThrownBy(() -> engine.run(query("select a.n from unnest(sequence(1, 10000)) as a(n), unnest(sequence(1, 10000)) as b(n), unnest(sequence(1, 10000)) as c(n)"),
                Context.of("db"), Sink.rows(row -> firstRow.countDown()), stop))
                .isInstanceOf(StoppedException.class).hasMessage("Query cancelled by user");
        stopper.join();
    }

    @Test
    void optimizesAndForgetsOldSnapshots() {
        create("create table small with (table_type='ICEBERG', is_external=false, location='local:///small') as select 1 as id");
        run("insert into small values 2");
        run("alter table iceberg.db.small execute optimize");
        run("alter table iceberg.db.small execute expire_snapshots(retention_threshold => '0s', retain_last => 1)");

        assertThat(rows("select count(*) from \"small$snapshots\"")).containsExactly(List.of(1L));
        assertThat(rows("select id from small order by id")).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void passesItsTraining() throws IOException {
        try (Parts parts = new Parts()) {
            TrainingMain.run(parts, engine);
        }
    }

    @ParameterizedTest
    @MethodSource("sluice.local.athena.QualityRules#cases")
    void answersTheQueriesOfTheQualityRules(Path rules) throws IOException {
        new QualityRules(engine).assertAnswer(rules);
    }

    private void create(String sql) {
        engine.run(((CreateTableAs) AthenaSql.read(sql, "db")).query(Optional.empty()), Context.of("db"), Sink.NONE, new StopSwitch());
    }

    private Finished run(String sql) {
        return engine.run(query(sql), Context.of("db"), Sink.NONE, new StopSwitch());
    }

    private List<List<Object>> rows(String sql) {
        List<List<Object>> found = new ArrayList<>();
        engine.run(query(sql), Context.of("db"), Sink.rows(found::add), new StopSwitch());
        return found;
    }

    private static Rewriting query(String sql) {
        return ((TrinoQuery) AthenaSql.read(sql, "db")).query();
    }
}
