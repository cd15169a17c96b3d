package sluice.local.athena.query;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.local.athena.catalog.GlueCatalogue;
import sluice.local.athena.engine.Engine;
import sluice.local.athena.engine.EngineStatistics;
import sluice.local.athena.engine.Finished;
import sluice.local.athena.engine.Sink;
import sluice.local.athena.result.OutputBucket;
import sluice.local.athena.result.ResultFile;
import sluice.local.athena.result.ResultWriter;
import sluice.local.athena.sql.CreateDatabase;
import sluice.local.athena.sql.CreateTableAs;
import sluice.local.athena.sql.CreateTableAs.Catalogs;
import sluice.local.athena.sql.Optimize;
import sluice.local.athena.sql.RepairTable;
import sluice.local.athena.sql.Rewriting;
import sluice.local.athena.sql.SetTableProperties;
import sluice.local.athena.sql.TableName;
import sluice.local.athena.sql.TrinoQuery;
import sluice.local.athena.sql.Vacuum;

/** Does what a statement asks, in the engine or in the catalogue, and puts a result where the request wants it. */
public final class StatementRunner implements Executions.Runner {
    private static final Catalogs CATALOGS = CreateTableAs.CATALOGS;
    private static final Outcome NOTHING = new Outcome(EngineStatistics.NONE, OptionalLong.empty(), Optional.empty());

    private final Engine engine;
    private final GlueCatalogue glue;
    private final OutputBucket output;

    public StatementRunner(Engine engine, GlueCatalogue glue, OutputBucket output) {
        this.engine = engine;
        this.glue = glue;
        this.output = output;
    }

    @Override
    public Outcome run(QueryExecution execution, Path resultFile) {
        return switch (execution.statement()) {
            case TrinoQuery query -> query(execution, query.query(), resultFile);
            case CreateTableAs create -> withoutResult(execution, List.of(create.query()));
            case RepairTable repair -> withoutResult(execution, List.of(repair.call(CATALOGS.hive())));
            case Optimize optimize -> withoutResult(execution, List.of(optimize.execute(CATALOGS.iceberg())));
            case Vacuum vacuum -> withoutResult(execution, vacuum.execute(CATALOGS.iceberg(), icebergProperties(execution, vacuum.table())));
            case CreateDatabase create -> {
                glue.create(create);
                yield NOTHING;
            }
            case SetTableProperties set -> setProperties(execution, set);
        };
    }

    private Outcome query(QueryExecution execution, Rewriting statement, Path resultFile) {
        ResultWriter writer = execution.kind().hasHeader() ? ResultWriter.withHeader(resultFile) : ResultWriter.withoutHeader(resultFile);
        Finished finished;
        try (writer) {
            finished = engine.run(statement, execution.request().database(), writer, execution.stopSwitch());
        }
        Optional<ResultFile> result = writer.file();
        result.ifPresent(file -> execution.outputFile().ifPresent(uri -> output.put(uri, file)));
        return new Outcome(finished.statistics(), finished.updatedRows(), result);
    }

    private Outcome withoutResult(QueryExecution execution, List<Rewriting> statements) {
        Finished finished = statements.stream()
                .map(statement -> engine.run(statement, execution.request().database(), Sink.NONE, execution.stopSwitch()))
                .reduce(Finished::then).orElseThrow();
        return new Outcome(finished.statistics(), finished.updatedRows(), Optional.empty());
    }

    private Outcome setProperties(QueryExecution execution, SetTableProperties set) {
        if (glue.isIceberg(set.table())) {
            return withoutResult(execution, List.of(set.alterIceberg(CATALOGS.iceberg())));
        }
        glue.setProperties(set.table(), set.properties());
        return NOTHING;
    }

    /** What the Iceberg table itself says; the catalogue's copy is rewritten with each commit. */
    private Map<String, String> icebergProperties(QueryExecution execution, TableName table) {
        Map<String, String> found = new HashMap<>();
        TableName properties = new TableName(table.database(), table.table() + "$properties");
        engine.run(Rewriting.own("select key, value from " + properties.in(CATALOGS.iceberg())), table.database(),
                Sink.rows(row -> found.put((String) row.get(0), (String) row.get(1))), execution.stopSwitch());
        return found;
    }
}
