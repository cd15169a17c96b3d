package sluice.local.athena;

import java.io.IOException;
import java.nio.file.Path;
import sluice.local.athena.engine.AwsLake;
import sluice.local.athena.engine.Context;
import sluice.local.athena.engine.Engine;
import sluice.local.athena.engine.FolderLake;
import sluice.local.athena.engine.Sink;
import sluice.local.athena.engine.StopSwitch;
import sluice.local.athena.sql.Rewriting;

/** Starts the engine over a folder, runs the training and ends: the JVM writes its ahead-of-time cache then, when it is told to. */
public final class TrainingMain {

    private TrainingMain() {
    }

    public static void main(String[] words) {
        try (Parts parts = new Parts()) {
            Path folder = parts.temporaryFolder();
            run(parts, parts.add(Engine.start(new FolderLake(folder))));
        } catch (IOException | RuntimeException e) {
            System.err.println("local Athena: the training failed: " + e);
            System.exit(1);
        }
        System.exit(0);
    }

    static void run(Parts parts, Engine engine) throws IOException {
        AwsLake aws = new AwsLake(parts.add(TrainingAws.start()).uri(), "eu-central-1");
        run(engine, "create schema awsdatacatalog.training");
        engine.alsoRead("aws", aws);
        run(engine, "show tables from aws.training");
        new Training(LocalAthena.api(parts, engine, aws, Throwable::printStackTrace)).run();
    }

    private static void run(Engine engine, String statement) {
        engine.run(Rewriting.own(statement), Context.of("training"), Sink.NONE, new StopSwitch());
    }
}
