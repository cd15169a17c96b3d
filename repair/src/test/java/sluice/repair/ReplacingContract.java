package sluice.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.aws.LocalAws;
import sluice.lake.store.Backoff;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.S3ObjectStore;
import sluice.lake.store.StoreException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** What is replaced in an S3 that keeps versions itself. */
abstract class ReplacingContract {
  @TempDir Path folder;

  private final ObjectRef object;
  private final ObjectStore store;
  private final Replacing replacing;

  ReplacingContract(LocalAws aws) {
    S3Client s3 = aws.client(S3Client.builder());
    object = new ObjectRef(aws.bucket(s3), "validated/orders/part-1");
    s3.putBucketVersioning(put -> put.bucket(object.bucket()).versioningConfiguration(on -> on.status(BucketVersioningStatus.ENABLED)));
    store = new S3ObjectStore(s3, Backoff.standard(Thread::sleep));
    replacing = new S3Replacing(s3);
  }

  @Test
  void theNewBytesStandInTheObjectsPlaceAndTheOldVersionStays() throws IOException {
    store.putIfAbsent(object, "before".getBytes(StandardCharsets.UTF_8), Map.of());
    String before = store.head(object).orElseThrow().versionId();
    Path repaired = Files.writeString(folder.resolve("repaired"), "after");
    replacing.replace(object, repaired);
    replacing.replace(object, repaired);
    assertThat(store.open(object)).hasContent("after");
    assertThat(store.open(object, before)).hasContent("before");
    assertThat(store.list(object.bucket(), "")).containsExactly(object);
  }

  @Test
  void saysWhichObjectItCannotReplace() throws IOException {
    Path repaired = Files.writeString(folder.resolve("repaired"), "after");
    assertThatThrownBy(() -> replacing.replace(new ObjectRef("sluice-nowhere", "k"), repaired))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("cannot replace s3://sluice-nowhere/k: ");
  }
}
