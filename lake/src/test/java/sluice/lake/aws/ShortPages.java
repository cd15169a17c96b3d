package sluice.lake.aws;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/** Asks for two entries where the code asks for as many as fit, so that a handful of entries has many pages. */
final class ShortPages implements ExecutionInterceptor {
  private static final int PAGE = 2;

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    return switch (context.request()) {
      case ListObjectsV2Request list -> list.toBuilder().maxKeys(PAGE).build();
      case ListObjectVersionsRequest list -> list.toBuilder().maxKeys(PAGE).build();
      case QueryRequest query -> query.toBuilder().limit(PAGE).build();
      case SdkRequest other -> other;
    };
  }
}
