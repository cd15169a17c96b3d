package sluice.intake;

import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The landing bucket on S3.
 *
 * <p>The function needs {@code s3:ListBucket} on it: without that S3 answers 403 instead of 404, and an object that is
 * gone could not be told from one that is forbidden.
 */
final class S3LandingVersions implements LandingVersions {
  private static final int MISSING = 404;
  /** S3's answer about a version that is a deletion. */
  private static final int NOT_ALLOWED = 405;

  private final S3Client s3;
  private final String bucket;

  /** The client should retry by itself. */
  S3LandingVersions(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public Optional<LandedVersion> find(ObjectVersion version) {
    try {
      HeadObjectResponse found =
          s3.headObject(head -> head.bucket(version.bucket()).key(version.key()).versionId(version.versionId()));
      return Optional.of(new LandedVersion(version, found.lastModified()));
    } catch (S3Exception refused) {
      if (refused.statusCode() == MISSING || refused.statusCode() == NOT_ALLOWED) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  @Override
  public void each(Consumer<LandedVersion> visitor) {
    // Encoded, as XML has no way to write a key with a control sign; the SDK decodes it again.
    s3.listObjectVersionsPaginator(list -> list.bucket(bucket).encodingType(EncodingType.URL)).versions().forEach(found ->
        visitor.accept(new LandedVersion(new ObjectVersion(bucket, found.key(), found.versionId()), found.lastModified())));
  }
}
