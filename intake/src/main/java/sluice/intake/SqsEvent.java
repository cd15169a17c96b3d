package sluice.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/** What a queue hands to its function, as far as it is used. */
record SqsEvent(@JsonProperty("Records") List<Message> messages) {
  SqsEvent {
    messages = messages == null ? List.of() : List.copyOf(messages);
  }

  record Message(String messageId, String body) {
    Message {
      Objects.requireNonNull(messageId, "messageId");
      Objects.requireNonNull(body, "body");
    }
  }
}
