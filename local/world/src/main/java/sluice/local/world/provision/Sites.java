package sluice.local.world.provision;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sluice.lake.source.SourceSpec;

/** The addresses of the sample sites and database; empty when the world works with the live ones. */
public record Sites(Optional<URI> site, Map<String, String> postgres) {
  public static final Sites NONE = new Sites(Optional.empty(), Map.of());

  /** As the sites say when they are ready: {@code {"site": address, "postgres": {"host": …}}}. */
  public static Sites of(JsonNode ready) {
    Map<String, String> postgres = new LinkedHashMap<>();
    ready.path("postgres").properties().forEach(entry -> postgres.put(entry.getKey(), entry.getValue().asText()));
    return new Sites(Optional.of(URI.create(ready.path("site").asText())), postgres);
  }

  /**
  * Where a source's requests go instead of its live address: every site lies below a path of its own name, and below
  * that everything is where the live site has it.
  */
  Optional<URI> baseUrl(SourceSpec source) {
    return site.flatMap(address -> switch (source.kind()) {
      case REST -> Optional.of(URI.create(address + "/" + source.source().value() + path(source)));
      case BROWSER -> Optional.of(URI.create(address + "/" + source.source().value()));
      case JDBC -> Optional.empty(); // its address is in its secret
    });
  }

  private static String path(SourceSpec source) {
    return URI.create(source.settings().need("base_url").text()).getPath();
  }
}
