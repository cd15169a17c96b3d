package sluice.local.athena.result;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.local.athena.engine.AwsLake;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts results where the request wants them, as Athena does: rows as {@code <execution id>.csv}, lists of text as {@code .txt}. */
public final class OutputBucket implements AutoCloseable {
    private static final Pattern S3_URI = Pattern.compile("s3://([^/]+)/(.+)");

    private final S3Client s3;

    public OutputBucket(AwsLake lake) {
        s3 = S3Client.builder()
                .endpointOverride(lake.aws())
                .region(Region.of(lake.region()))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .httpClient(ApacheHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(AwsLake.ACCESS_KEY, AwsLake.SECRET_KEY)))
                .build();
    }

    /** @throws OutputException when the bucket does not take it */
    public void put(String uri, ResultFile result) {
        Matcher target = S3_URI.matcher(uri);
        if (!target.matches()) {
            throw new IllegalArgumentException("no object in S3: '" + uri + "'");
        }
        boolean text = uri.endsWith(".txt");
        try {
            s3.putObject(r -> r.bucket(target.group(1)).key(target.group(2)).contentType(text ? "text/plain" : "text/csv"),
                    text ? RequestBody.fromString(result.asText()) : RequestBody.fromFile(result.path()));
        } catch (SdkException e) {
            throw new OutputException(uri, e);
        }
    }

    @Override
    public void close() {
        s3.close();
    }
}
