package sluice.local.athena.engine;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The lake in the S3 and the Glue of a local AWS; the credentials are that world's, never real ones. */
public record AwsLake(URI aws, String region) implements Lake {
    /** The local AWS knows the engine by it, and asks those for whom it works: {@code sluice_ministack.calls_athena}. */
    public static final String ACCESS_KEY = "athena";
    public static final String SECRET_KEY = "test";

    public AwsLake {
        if (aws.getHost() == null) {
            throw new IllegalArgumentException("the AWS endpoint must be a URL like http://127.0.0.1:4566, found '" + aws + "'");
        }
        if (region.isBlank()) {
            throw new IllegalArgumentException("the region must not be empty");
        }
    }

    @Override
    public Map<String, String> hive() {
        return with("hive.metastore", "glue");
    }

    @Override
    public Map<String, String> iceberg() {
        return with("iceberg.catalog.type", "glue");
    }

    private Map<String, String> with(String name, String value) {
        String endpoint = aws.toString();
        Map<String, String> settings = new HashMap<>(Map.of(
                "fs.s3.enabled", "true",
                "s3.endpoint", endpoint,
                "s3.path-style-access", "true",
                "s3.region", region,
                "s3.aws-access-key", ACCESS_KEY,
                "s3.aws-secret-key", SECRET_KEY,
                "hive.metastore.glue.region", region,
                "hive.metastore.glue.endpoint-url", endpoint,
                "hive.metastore.glue.aws-access-key", ACCESS_KEY,
                "hive.metastore.glue.aws-secret-key", SECRET_KEY));
        settings.put(name, value);
        return Map.copyOf(settings);
    }
}
