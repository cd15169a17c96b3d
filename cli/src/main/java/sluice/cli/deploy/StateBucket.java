package sluice.cli.deploy;

import sluice.cli.CommandException;
import sluice.cli.Exit;
import sluice.cli.deploy.Deployment.StateBucketMissing;
import sluice.cli.installation.Environment;
import sluice.cli.installation.Installation;
import sluice.lake.problem.Problem;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bucket of Terraform's state: once for an account, versioned and private. */
final class StateBucket {
  // Where a bucket lies unless something else is said; S3 refuses its name.
  private static final String WITHOUT_CONSTRAINT = "us-east-1";

  private final Environment environment;
  private final S3Client s3;

  StateBucket(Environment environment, Installation here) {
    this.environment = environment;
    this.s3 = here.client(S3Client.builder());
  }

  /** @return whether it had to be made */
  boolean require(StateBucketMissing whenMissing) {
    if (exists()) {
      return false;
    }
    if (whenMissing == StateBucketMissing.REFUSE) {
      throw missing();
    }
    make();
    return true;
  }

  private boolean exists() {
    try {
      s3.headBucket(head -> head.bucket(environment.stateBucket()));
      return true;
    } catch (NoSuchBucketException none) {
      return false;
    } catch (S3Exception refused) {
      throw new CommandException(Exit.NOT_READY, Problem.error("W109", "the bucket of Terraform's state cannot be used: " + environment.stateBucket())
          .expected("a bucket of account " + environment.address().account() + " in " + environment.address().region())
          .found("S3 answers " + refused.statusCode() + ": it belongs to somebody else, lies in another region, or these credentials may not look at it")
          .next("another name for state_bucket in the environment's file"));
    }
  }

  private void make() {
    String region = environment.address().region();
    String bucket = environment.stateBucket();
    s3.createBucket(create -> {
      create.bucket(bucket);
      if (!region.equals(WITHOUT_CONSTRAINT)) {
        create.createBucketConfiguration(its -> its.locationConstraint(BucketLocationConstraint.fromValue(region)));
      }
    });
    s3.putPublicAccessBlock(put -> put.bucket(bucket).publicAccessBlockConfiguration(its ->
        its.blockPublicAcls(true).ignorePublicAcls(true).blockPublicPolicy(true).restrictPublicBuckets(true)));
    s3.putBucketVersioning(put -> put.bucket(bucket).versioningConfiguration(its -> its.status(BucketVersioningStatus.ENABLED)));
  }

  private CommandException missing() {
    String bucket = environment.stateBucket();
    String region = environment.address().region();
    String place = region.equals(WITHOUT_CONSTRAINT) ? "" : " --create-bucket-configuration LocationConstraint=" + region;
    return new CommandException(Exit.NOT_READY, Problem.error("W108", "there is no bucket for Terraform's state")
        .expected(bucket + " in " + region).found("no bucket of that name").safe("nothing was changed")
        .next("the same command with --bootstrap makes it, versioned and private; or:",
            "aws s3api create-bucket --region " + region + " --bucket " + bucket + place,
            "aws s3api put-public-access-block --bucket " + bucket
                + " --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true",
            "aws s3api put-bucket-versioning --bucket " + bucket + " --versioning-configuration Status=Enabled"));
  }
}
