package sluice.local.athena;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sluice.local.athena.engine.Engine;
import sluice.local.athena.engine.FolderLake;

@Timeout(180)
class TrainingTest {

    @Test
    void runsAllItsStatementsAsTheyShouldEnd() throws IOException {
        try (Parts parts = new Parts()) {
            TrainingMain.run(parts, parts.add(Engine.start(new FolderLake(parts.temporaryFolder()))));
        }
    }
}
