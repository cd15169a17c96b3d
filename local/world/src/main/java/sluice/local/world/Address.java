package sluice.local.world;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import sluice.lake.Buckets;
import sluice.lake.Zone;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Where an installation is: what its ARNs and its buckets' names carry beside the names that are the same everywhere.
 *
 * @param bucketSuffix what stands behind {@code sluice-<zone>}: nothing on a laptop, where no other bucket has the name
 */
public record Address(String account, String region, String bucketSuffix) {
  public static final Address LOCAL = new Address(Names.ACCOUNT, Names.REGION, "");

  public String bucket(Zone zone) {
    return "sluice-" + zone.word() + bucketSuffix;
  }

  public Buckets buckets() {
    return new Buckets(Arrays.stream(Zone.values()).collect(Collectors.toMap(Function.identity(), this::bucket)));
  }

  public String arn(String service, String resource) {
    String partition = PartitionMetadata.of(Region.of(region)).id();
    return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
  }
}
