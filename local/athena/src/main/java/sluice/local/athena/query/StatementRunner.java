package sluice.local.athena.query;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.local.athena.catalog.GlueCatalogue;
import sluice.local.athena.catalog.Listings;
import sluice.local.athena.engine.Context;
import sluice.local.athena.engine.Engine;
import sluice.local.athena.engine.EngineStatistics;
import sluice.local.athena.engine.Finished;
import sluice.local.athena.engine.Sink;
import sluice.local.athena.result.OutputBucket;
import sluice.local.athena.result.ResultColumn;
import sluice.local.athena.result.ResultFile;
import sluice.local.athena.result.ResultWriter;
import sluice.local.athena.sql.AddPartitions;
import sluice.local.athena.sql.CreateDatabase;
import sluice.local.athena.sql.CreateTable;
import sluice.local.athena.sql.CreateTableAs;
import sluice.local.athena.sql.CreateTableAs.Catalogs;
import sluice.local.athena.sql.CreateTableAs.Format;
import sluice.local.athena.sql.DropPartitions;
import sluice.local.athena.sql.IcebergTypes;
import sluice.local.athena.sql.Listing;
import sluice.local.athena.sql.Optimize;
import sluice.local.athena.sql.RepairTable;
import sluice.local.athena.sql.Rewriting;
import sluice.local.athena.sql.TableChange;
import sluice.local.athena.sql.TableName;
import sluice.local.athena.sql.TrinoQuery;
import sluice.local.athena.sql.Vacuum;

/** Does what a statement asks, in the engine or in the catalogue, and puts a result where the request wants it. */
public final class StatementRunner implements Executions.Runner {
    private static final Catalogs CATALOGS = CreateTableAs.CATALOGS;

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
            case Listing listing -> listing(execution, listing, resultFile);
            case CreateTableAs create -> createAs(execution, create);
            case CreateTable create -> create(execution, create);
            case TableChange change -> change(execution, change);
            case RepairTable repair -> inEngine(execution, List.of(repair.call(CATALOGS.hive())));
            case Optimize optimize -> inEngine(execution, List.of(optimize.execute(CATALOGS.iceberg())));
            case Vacuum vacuum -> inEngine(execution, vacuum.execute(CATALOGS.iceberg(), icebergProperties(execution, vacuum.table())));
            case CreateDatabase create -> inCatalogue(() -> glue.create(create));
            case AddPartitions add -> inCatalogue(() -> glue.add(add));
            case DropPartitions drop -> inCatalogue(() -> glue.drop(drop));
        };
    }

    private Outcome query(QueryExecution execution, Rewriting statement, Path resultFile) {
        ResultWriter writer = execution.kind().hasHeader() ? ResultWriter.withHeader(resultFile) : ResultWriter.withoutHeader(resultFile);
        Finished finished;
        try (writer) {
            finished = engine.run(statement, context(execution, statement), writer, execution.stopSwitch());
        }
        return finished(execution, writer, finished.statistics(), finished.updatedRows());
    }

    private Outcome listing(QueryExecution execution, Listing listing, Path resultFile) {
        Listings.Lines found = new Listings(glue).list(listing);
        ResultWriter writer = ResultWriter.withoutHeader(resultFile);
        try (writer) {
            writer.resultColumns(List.of(ResultColumn.string(found.column())));
            found.lines().forEach(line -> writer.row(List.of(line)));
        }
        return finished(execution, writer, EngineStatistics.NONE, OptionalLong.empty());
    }

    private Outcome finished(QueryExecution execution, ResultWriter writer, EngineStatistics statistics, OptionalLong updatedRows) {
        Optional<ResultFile> result = writer.file();
        result.ifPresent(file -> execution.outputFile().ifPresent(uri -> output.put(uri, file)));
        return new Outcome(statistics, updatedRows, result);
    }

    private Outcome createAs(QueryExecution execution, CreateTableAs create) {
        if (create.format() == Format.ICEBERG) {
            checkTypes(execution, create.select());
        }
        return inEngine(execution, List.of(create.query(execution.outputFolder().map(folder -> folder + "tables/" + execution.id()))));
    }

    private void checkTypes(QueryExecution execution, String select) {
        engine.columns(select, execution.request().database(), execution.stopSwitch()).forEach(IcebergTypes::check);
    }

    private static Context context(QueryExecution execution, Rewriting statement) {
        return Context.of(execution.request().database(), statement, execution.request().parameters());
    }

    private Outcome create(QueryExecution execution, CreateTable create) {
        return switch (create.format()) {
            case ICEBERG -> inEngine(execution, List.of(create.forIceberg(CATALOGS.iceberg())));
            case HIVE -> inCatalogue(() -> glue.create(create));
        };
    }

    private Outcome change(QueryExecution execution, TableChange change) {
        if (glue.isIceberg(change.table())) {
            return inEngine(execution, change.forIceberg(CATALOGS.iceberg()));
        }
        return inCatalogue(() -> glue.change(change.table(), change::forHive));
    }

    private Outcome inEngine(QueryExecution execution, List<Rewriting> statements) {
        Finished finished = statements.stream()
                .map(statement -> engine.run(statement, context(execution, statement), Sink.NONE, execution.stopSwitch()))
                .reduce(Finished::then).orElseThrow();
        return new Outcome(finished.statistics(), finished.updatedRows(), Optional.empty());
    }

    private static Outcome inCatalogue(Runnable change) {
        change.run();
        return new Outcome(EngineStatistics.NONE, OptionalLong.empty(), Optional.empty());
    }

    /** What the Iceberg table itself says; the catalogue's copy is rewritten with each commit. */
    private Map<String, String> icebergProperties(QueryExecution execution, TableName table) {
        Map<String, String> found = new HashMap<>();
        TableName properties = new TableName(table.database(), table.table() + "$properties");
        engine.run(Rewriting.own("select key, value from " + properties.in(CATALOGS.iceberg())), Context.of(table.database()),
                Sink.rows(row -> found.put((String) row.get(0), (String) row.get(1))), execution.stopSwitch());
        return found;
    }
}
