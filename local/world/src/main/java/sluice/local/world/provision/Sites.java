package sluice.local.world.provision;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import sluice.lake.DatasetName;

/** The addresses of the sample sites and database; empty when the world works with the live ones. */
public record Sites(Optional<URI> site, Map<String, String> postgres) {

    /** Where a source's requests go instead of its live address: every site lies below a path of its own name. */
    Optional<URI> baseUrl(DatasetName source) {
        return site.map(address -> URI.create(address + "/" + source.value() + "/"));
    }
}
