package sluice.intake;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sluice.lake.aws.LocalAws;
import sluice.lake.json.Json;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queue of one test with its dead-letter queue, and what Lambda does between a queue and its function. */
final class LandedQueue {
  static final int RECEIPTS_BEFORE_DEAD = 3;
  private static final int LARGEST_BATCH = 10;

  private final SqsClient sqs;
  private final String dead;
  private final String queue;
  private final List<String> delivered = new ArrayList<>();

  LandedQueue(LocalAws aws) {
    sqs = aws.client(SqsClient.builder());
    dead = sqs.createQueue(create -> create.queueName(LocalAws.fresh("dead"))).queueUrl();
    String deadArn = sqs.getQueueAttributes(get -> get.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes().get(QueueAttributeName.QUEUE_ARN);
    queue = sqs.createQueue(create -> create.queueName(LocalAws.fresh("landed")).attributes(Map.of(
        QueueAttributeName.VISIBILITY_TIMEOUT, "1800",
        QueueAttributeName.REDRIVE_POLICY,
        "{\"deadLetterTargetArn\":\"" + deadArn + "\",\"maxReceiveCount\":" + RECEIPTS_BEFORE_DEAD + "}"))).queueUrl();
  }

  void send(String body) {
    sqs.sendMessage(send -> send.queueUrl(queue).messageBody(body));
  }

  /** Hands messages over until none is left: those that the answer names come again, all others are done. */
  void drainTo(RequestStreamHandler function) {
    for (List<Message> batch = receive(queue); !batch.isEmpty(); batch = receive(queue)) {
      batch.forEach(message -> delivered.add(message.body()));
      Set<String> failed = failed(call(function, batch));
      for (Message message : batch) {
        if (failed.contains(message.messageId())) {
          // Lambda lets the time run out in which nobody else sees it.
          sqs.changeMessageVisibility(change -> change.queueUrl(queue).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
        } else {
          sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
        }
      }
    }
  }

  /** Every delivery's body, in its order. */
  List<String> delivered() {
    return List.copyOf(delivered);
  }

  /** The bodies of the messages that were put aside. */
  List<String> dead() {
    return receive(dead).stream().map(Message::body).toList();
  }

  private List<Message> receive(String from) {
    return sqs.receiveMessage(receive -> receive.queueUrl(from).maxNumberOfMessages(LARGEST_BATCH)).messages();
  }

  private static byte[] call(RequestStreamHandler function, List<Message> batch) {
    Map<String, Object> event = Map.of("Records", batch.stream().map(message -> Map.of(
        "messageId", message.messageId(), "receiptHandle", message.receiptHandle(), "body", message.body())).toList());
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      function.handleRequest(new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), answer, null);
      return answer.toByteArray();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Set<String> failed(byte[] answer) {
    try {
      JsonNode failures = Json.MAPPER.readTree(answer).path("batchItemFailures");
      return failures.valueStream().map(failure -> failure.path("itemIdentifier").asText()).collect(Collectors.toSet());
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }
}
