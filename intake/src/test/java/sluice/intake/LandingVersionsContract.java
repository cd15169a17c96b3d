package sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.lake.aws.LocalAws;
import software.amazon.awssdk.services.s3.S3Client;

/** What is seen of a landing bucket whose versions, deletions and pages S3 keeps itself. */
abstract class LandingVersionsContract {
  private final S3Client s3;
  private final LandingBucket bucket;
  private final LandingVersions versions;

  LandingVersionsContract(LocalAws aws) {
    s3 = aws.client(S3Client.builder());
    bucket = LandingBucket.create(aws, s3);
    versions = new S3LandingVersions(s3, bucket.name());
  }

  @Test
  void saysWhenAVersionLanded() {
    ObjectVersion older = bucket.drop("orders/a +%ą.csv");
    bucket.drop(older.key());
    LandedVersion found = versions.find(older).orElseThrow();
    assertThat(found.version()).isEqualTo(older);
    assertThat(found.landedAt()).isEqualTo(
        s3.headObject(head -> head.bucket(bucket.name()).key(older.key()).versionId(older.versionId())).lastModified());
  }

  @Test
  void findsNeitherADeletionNorWhatWasDeleted() {
    ObjectVersion version = bucket.drop("orders/a.csv");
    ObjectVersion deletion = bucket.hide(version.key());
    assertThat(versions.find(deletion)).isEmpty();
    assertThat(versions.find(version)).as("what a deletion hides is still there").isPresent();
    bucket.delete(version);
    assertThat(versions.find(version)).isEmpty();
  }

  @Test
  void listsEveryVersionOfEveryPageOnceAndNoDeletion() {
    List<ObjectVersion> dropped = new ArrayList<>();
    for (String key : List.of("orders/a +%ą\n.csv", "orders/b.csv", "orders/b.csv", "orders/b.csv", "orders/c&d.csv", "us_counts/e.csv")) {
      dropped.add(bucket.drop(key));
    }
    bucket.hide("orders/b.csv");
    List<LandedVersion> found = new ArrayList<>();
    versions.each(found::add);
    assertThat(found).extracting(LandedVersion::version).containsExactlyInAnyOrderElementsOf(dropped);
  }
}
