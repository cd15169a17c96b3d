package sluice.repair;

import java.nio.file.Path;
import java.util.Objects;
import sluice.lake.store.Fault;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.StoreException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Replaces objects in S3; in a versioned bucket the older version stays. */
public final class S3Replacing implements Replacing {
  private final S3Client s3;

  public S3Replacing(S3Client s3) {
    this.s3 = Objects.requireNonNull(s3);
  }

  @Override
  public void replace(ObjectRef object, Path file) {
    try {
      s3.putObject(put -> put.bucket(object.bucket()).key(object.key()), RequestBody.fromFile(file));
    } catch (SdkException failed) {
      throw new StoreException(Fault.UNAVAILABLE, "cannot replace " + object.uri() + ": " + failed.getMessage(), failed);
    }
  }
}
