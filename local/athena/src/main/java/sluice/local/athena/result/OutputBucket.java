package sluice.local.athena.result;

import java.net.URI;
import sluice.local.athena.engine.EngineConfig;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts results where the request wants them, as Athena does: {@code <location>/<execution id>.csv}. */
public final class OutputBucket implements AutoCloseable {
    private final S3Client s3;

    public OutputBucket(EngineConfig config) {
        s3 = S3Client.builder()
                .endpointOverride(config.aws())
                .region(Region.of(config.region()))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .httpClient(ApacheHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(EngineConfig.ACCESS_KEY, EngineConfig.SECRET_KEY)))
                .build();
    }

    /** @throws OutputException when the bucket does not take it */
    public void put(String uri, ResultFile result) {
        URI target = URI.create(uri);
        try {
            s3.putObject(r -> r.bucket(target.getHost()).key(target.getPath().substring(1)).contentType("text/csv"), RequestBody.fromFile(result.path()));
        } catch (SdkException e) {
            throw new OutputException(uri, e);
        }
    }

    @Override
    public void close() {
        s3.close();
    }
}
