package sluice.lake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.DatasetName;

class SourcesTest {
  private static final String SHOP = """
      source: shop
      description: The shop. One row per order.
      kind: rest
      required: true
      function: {package: image, memory_mb: 2048, timeout_seconds: 900}
      egress: [shop.example.com]
      secrets: [sluice/shop]
      limits: {requests: 2000, rows: 1000000, response_bytes: 20971520, run_seconds: 780}
      rest:
        path: orders
      """;

  @TempDir Path folder;

  @Test
  void readsWhatAllKindsShareAndKeepsTheRest() throws IOException {
    SourceSpec shop = Sources.read(write("shop", SHOP));
    assertThat(shop.source()).isEqualTo(new DatasetName("shop"));
    assertThat(shop.description()).isEqualTo("The shop. One row per order.");
    assertThat(shop.kind()).isEqualTo(Kind.REST);
    assertThat(shop.required()).isTrue();
    assertThat(shop.function()).isEqualTo(new FunctionSpec(Packaging.IMAGE, 2048, Duration.ofMinutes(15)));
    assertThat(shop.egress()).containsExactly("shop.example.com");
    assertThat(shop.secrets()).containsExactly("sluice/shop");
    assertThat(shop.limits()).isEqualTo(new Limits(2000, 1_000_000, 20 << 20, Duration.ofSeconds(780)));
    String path = shop.settings().validated(rest -> rest.need("path").text());
    assertThat(path).isEqualTo("orders");
  }

  @Test
  void egressAndSecretsMayBeLeftOut() throws IOException {
    SourceSpec shop = Sources.read(write("shop", SHOP.replaceAll("(egress|secrets).*\n", "")));
    assertThat(shop.egress()).isEmpty();
    assertThat(shop.secrets()).isEmpty();
  }

  @Test
  void readsEveryFolderWithASourceSortedByName() throws IOException {
    write("shop", SHOP);
    write("bank", SHOP.replace("source: shop", "source: bank"));
    Files.createDirectories(folder.resolve("kit/src"));
    Files.writeString(folder.resolve("README.md"), "no source");
    assertThat(Sources.readAll(folder)).extracting(spec -> spec.source().value()).containsExactly("bank", "shop");
  }

  @Test
  void theSourcesOfThisBuildAreThoseOfTheProject() {
    Sources.readAll(Path.of("../extractors")).forEach(spec -> {
      SourceSpec bundled = Sources.bundled(spec.source());
      assertThat(bundled.description()).isEqualTo(spec.description());
      assertThat(bundled.settings().file()).isEqualTo("sources/" + spec.source() + "/source.yml");
    });
  }

  @Test
  void saysWhichSourceThisBuildHasNot() {
    assertThatThrownBy(() -> Sources.bundled(new DatasetName("nowhere")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no source nowhere: expected sources/nowhere/source.yml in this build");
  }

  private Path write(String source, String yaml) throws IOException {
    return Files.writeString(Files.createDirectories(folder.resolve(source)).resolve("source.yml"), yaml);
  }
}
