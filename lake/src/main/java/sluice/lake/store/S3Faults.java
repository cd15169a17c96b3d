package sluice.lake.store;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Puts S3's many errors into the few kinds that make a difference to a caller. */
final class S3Faults {
  static final int ALREADY_EXISTS = 412;

  private S3Faults() {}

  static boolean alreadyExists(SdkException error) {
    return error instanceof AwsServiceException answer && answer.statusCode() == ALREADY_EXISTS;
  }

  /** Reading the version that a deletion made is "not allowed" in S3's words: what was there is gone all the same. */
  static boolean isGoneVersion(SdkException error) {
    return error instanceof AwsServiceException answer && (answer.statusCode() == 405 || isNoSuchVersion(answer));
  }

  private static boolean isNoSuchVersion(AwsServiceException answer) {
    return answer.awsErrorDetails() != null && "NoSuchVersion".equals(answer.awsErrorDetails().errorCode());
  }

  static StoreException of(String action, ObjectRef ref, SdkException error) {
    return error instanceof AwsServiceException answer ? answered(action, ref, answer) : unanswered(action, ref, error);
  }

  private static StoreException answered(String action, ObjectRef ref, AwsServiceException answer) {
    String code = answer.awsErrorDetails() == null ? "" : String.valueOf(answer.awsErrorDetails().errorCode());
    if (answer.statusCode() == 404 && !code.equals("NoSuchBucket")) {
      return new MissingObjectException(ref);
    }
    return new StoreException(fault(answer.statusCode(), code),
        "cannot " + action + " " + ref.uri() + ": S3 answered " + answer.statusCode() + " " + code, answer);
  }

  private static Fault fault(int status, String code) {
    return switch (status) {
      case 401, 403 -> Fault.DENIED;
      case 404 -> Fault.MISSING;
      // 409: someone creates the same key at this moment; the next attempt sees who won.
      case 408, 409, 429 -> Fault.UNAVAILABLE;
      case 400 -> switch (code) {
        case "ExpiredToken", "InvalidToken", "TokenRefreshRequired" -> Fault.DENIED;
        case "RequestTimeout", "IncompleteBody", "BadDigest" -> Fault.UNAVAILABLE;
        default -> Fault.REFUSED;
      };
      default -> status >= 500 ? Fault.UNAVAILABLE : Fault.REFUSED;
    };
  }

  private static StoreException unanswered(String action, ObjectRef ref, SdkException error) {
    String message = String.valueOf(error.getMessage());
    // The SDK has no type for this one, and waiting does not bring credentials.
    boolean noCredentials = error instanceof SdkClientException && message.startsWith("Unable to load credentials");
    return new StoreException(noCredentials ? Fault.DENIED : Fault.UNAVAILABLE,
        "cannot " + action + " " + ref.uri() + ": " + message, error);
  }
}
