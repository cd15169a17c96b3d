package sluice.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldFileTest {
  @TempDir
  Path folder;

  @Test
  void isNoRunningWorldWhereThereIsNoFile() throws IOException {
    assertThat(WorldFile.running(new Home(folder))).isEmpty();
  }

  @Test
  void knowsALivingProcessAgain() throws IOException {
    ProcessHandle self = ProcessHandle.current();
    WorldFile file = world(new WorldFile.Member("self", self.pid(), self.info().startInstant().orElseThrow().toString()));
    file.write(new Home(folder));

    assertThat(WorldFile.running(new Home(folder))).contains(file);
  }

  @Test
  void doesNotTakeALaterProcessWithTheSameNumberForOurs() throws IOException {
    world(new WorldFile.Member("other", ProcessHandle.current().pid(), "2001-01-01T00:00:00Z")).write(new Home(folder));

    assertThat(WorldFile.running(new Home(folder))).isEmpty();
  }

  private static WorldFile world(WorldFile.Member member) {
    return new WorldFile("sample-7", "http://127.0.0.1:1", "http://127.0.0.1:2", null, Map.of(), "sample seed 7", List.of(member), "2026-11-21T00:00:00Z");
  }
}
