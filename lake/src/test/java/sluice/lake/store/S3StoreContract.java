package sluice.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.lake.aws.LocalAws;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The same over an S3 that keeps conditions, versions and pages itself. */
abstract class S3StoreContract extends ObjectStoreContract {
  private final S3Client s3;
  private final S3ObjectStore store;

  S3StoreContract(LocalAws aws) {
    // As AwsClients.s3() is: the store retries.
    s3 = aws.client(S3Client.builder().overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry())));
    store = new S3ObjectStore(s3, Backoff.standard(Thread::sleep));
  }

  /** The messages name buckets, so these keep their names from test to test and are emptied. */
  @BeforeEach
  void emptyBuckets() {
    Set<String> there = s3.listBuckets().buckets().stream().map(Bucket::name).collect(Collectors.toSet());
    for (String bucket : List.of(REF.bucket(), LANDING, QUARANTINE, CURATED)) {
      if (there.contains(bucket)) {
        empty(bucket);
      } else {
        s3.createBucket(create -> create.bucket(bucket).createBucketConfiguration(where -> where.locationConstraint("eu-central-1")));
      }
    }
    s3.putBucketVersioning(put -> put.bucket(LANDING).versioningConfiguration(on -> on.status(BucketVersioningStatus.ENABLED)));
  }

  @Override
  ObjectStore store() {
    return store;
  }

  @Override
  String drop(ObjectRef ref, byte[] bytes) {
    return s3.putObject(put -> put.bucket(ref.bucket()).key(ref.key()), RequestBody.fromBytes(bytes)).versionId();
  }

  @Test
  void tellsTheVersionOfTheNewestBytes() {
    ObjectRef dropped = new ObjectRef(LANDING, "orders/a.csv");
    drop(dropped, BYTES);
    String newer = drop(dropped, OTHERS);
    assertThat(store.head(dropped).orElseThrow().versionId()).isEqualTo(newer);
  }

  @Test
  void aDeletionHidesAnObjectAndLeavesItsVersions() throws IOException {
    ObjectRef dropped = new ObjectRef(LANDING, "orders/a.csv");
    String version = drop(dropped, BYTES);
    DeleteObjectResponse deletion = s3.deleteObject(delete -> delete.bucket(LANDING).key(dropped.key()));
    assertThat(deletion.deleteMarker()).isTrue();
    assertThat(store.head(dropped)).isEmpty();
    assertThat(store.list(LANDING, "")).isEmpty();
    try (InputStream in = store.open(dropped, version)) {
      assertThat(in.readAllBytes()).isEqualTo(BYTES);
    }
    assertThatThrownBy(() -> store.open(dropped, deletion.versionId())).isInstanceOf(MissingObjectException.class);
    s3.deleteObject(delete -> delete.bucket(LANDING).key(dropped.key()).versionId(version));
    assertThatThrownBy(() -> store.open(dropped, version)).isInstanceOf(MissingObjectException.class);
  }

  @Test
  void whatIsPutTravelsWithItsChecksum() {
    store.putIfAbsent(REF, BYTES, Map.of());
    CRC32 crc = new CRC32();
    crc.update(BYTES);
    HeadObjectResponse head = s3.headObject(look -> look.bucket(REF.bucket()).key(REF.key()).checksumMode(ChecksumMode.ENABLED));
    assertThat(head.checksumCRC32())
        .isEqualTo(Base64.getEncoder().encodeToString(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array()));
  }

  @Test
  void bytesThatAreNotThoseOfTheirChecksumAreRefused() {
    assertThatThrownBy(() -> s3.putObject(
        put -> put.bucket(REF.bucket()).key(REF.key()).checksumSHA256(Base64.getEncoder().encodeToString(new byte[32])),
        RequestBody.fromBytes(BYTES)))
        .isInstanceOfSatisfying(S3Exception.class, refused -> assertThat(refused.statusCode()).isEqualTo(400));
    assertThat(store.head(REF)).isEmpty();
  }

  @Test
  void aBucketThatIsMissingIsNoMissingObject() {
    assertThatThrownBy(() -> store.open(new ObjectRef("sluice-nowhere", "k")))
        .isExactlyInstanceOf(StoreException.class)
        .hasMessage("cannot read s3://sluice-nowhere/k: S3 answered 404 NoSuchBucket");
  }

  private void empty(String bucket) {
    s3.listObjectVersionsPaginator(list -> list.bucket(bucket)).stream().forEach(page -> {
      page.versions().forEach(old -> s3.deleteObject(delete -> delete.bucket(bucket).key(old.key()).versionId(old.versionId())));
      page.deleteMarkers().forEach(old -> s3.deleteObject(delete -> delete.bucket(bucket).key(old.key()).versionId(old.versionId())));
    });
  }
}
