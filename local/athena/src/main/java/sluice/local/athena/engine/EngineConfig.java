package sluice.local.athena.engine;

import java.net.URI;
import java.util.Map;

/** What the engine needs to know of the AWS it works against; the credentials are the local world's, never real ones. */
public record EngineConfig(URI aws, String region) {
    public static final String ACCESS_KEY = "test";
    public static final String SECRET_KEY = "test";

    public EngineConfig {
        if (aws.getHost() == null) {
            throw new IllegalArgumentException("the AWS endpoint must be a URL like http://127.0.0.1:4566, found '" + aws + "'");
        }
        if (region.isBlank()) {
            throw new IllegalArgumentException("the region must not be empty");
        }
    }

    /** What both connectors share: one S3, one Glue. */
    Map<String, String> connector() {
        String endpoint = aws.toString();
        return Map.ofEntries(
                Map.entry("fs.s3.enabled", "true"),
                Map.entry("s3.endpoint", endpoint),
                Map.entry("s3.path-style-access", "true"),
                Map.entry("s3.region", region),
                Map.entry("s3.aws-access-key", ACCESS_KEY),
                Map.entry("s3.aws-secret-key", SECRET_KEY),
                Map.entry("hive.metastore.glue.region", region),
                Map.entry("hive.metastore.glue.endpoint-url", endpoint),
                Map.entry("hive.metastore.glue.aws-access-key", ACCESS_KEY),
                Map.entry("hive.metastore.glue.aws-secret-key", SECRET_KEY));
    }
}
