package sluice.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.lambda.BadEventException;
import sluice.lake.store.ObjectRef;

/** The JSON that EventBridge sends. */
class DispatchHandlerTest {
  @TempDir Path folder;

  @Test
  void answersForTheManifestOfTheEvent() throws Exception {
    World world = new World(folder);
    world.raw(World.DAY, "run-1", (String) null);
    ReplayManifest wish = new ReplayManifest("fix", "because", World.ORDERS, new Selection.Dates(World.DAY, World.DAY), ReplayOptions.STANDARD);
    world.store.putIfAbsent(new ObjectRef(World.REPLAY, "manifests/a b.json"), wish.toJson(), Map.of());
    assertThat(handle(world, "{\"version\":\"0\",\"source\":\"aws.s3\",\"detail-type\":\"Object Created\",\"detail\":"
        + "{\"bucket\":{\"name\":\"sluice-replay\"},\"object\":{\"key\":\"manifests/a b.json\",\"size\":7}}}"))
        .isEqualTo("{\"status\":\"started\",\"replayId\":\"fix\",\"execution\":\"replay-fix\",\"document\":\"replay/plans/fix.json\",\"objects\":1}");
    assertThat(handle(world, "{\"detail\":{\"bucket\":{\"name\":\"sluice-replay\"},\"object\":{\"key\":\"x\"}}}")).isEqualTo("{\"status\":\"ignored\"}");
  }

  @Test
  void refusesAnotherEvent() {
    assertThatThrownBy(() -> handle(new World(folder), "{\"detail\":{\"bucket\":{\"name\":\"b\"}}}"))
        .isInstanceOf(BadEventException.class).hasMessageContaining("detail.object");
  }

  @Test
  void saysWhichVariableIsMissing() {
    assertThatThrownBy(() -> new Wiring(Map.of()).dispatch())
        .hasMessage("expected the name of the ledger's table in SLUICE_LEDGER_TABLE, found nothing");
    assertThatThrownBy(() -> new Wiring(Map.of("SLUICE_LEDGER_TABLE", "ledger")).dispatch())
        .hasMessage("expected the workflow's ARN in SLUICE_STATE_MACHINE_ARN, found nothing");
  }

  private static String handle(World world, String event) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DispatchHandler(world.dispatch(world.store)).handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
    return out.toString(StandardCharsets.UTF_8);
  }
}
