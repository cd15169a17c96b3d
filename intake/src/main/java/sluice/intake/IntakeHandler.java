package sluice.intake;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;
import sluice.lake.lambda.JsonHandler;

/** The function {@code sluice-intake}: messages of a queue about objects that landed. */
public final class IntakeHandler extends JsonHandler<SqsEvent, IntakeAnswer> {
  private final Intake core;
  private final EventLog log;

  /** Called by Lambda. */
  public IntakeHandler() {
    this(new Wiring(System.getenv()));
  }

  private IntakeHandler(Wiring wiring) {
    this(wiring.intake(), wiring.log());
  }

  IntakeHandler(Intake core, EventLog log) {
    super(SqsEvent.class);
    this.core = core;
    this.log = log;
  }

  @Override
  protected IntakeAnswer handle(SqsEvent event, Context context) {
    Map<String, Optional<List<ObjectVersion>>> messages = new LinkedHashMap<>();
    event.messages().forEach(message -> messages.put(message.messageId(), objects(message)));
    Taken taken = core.take(messages.values().stream().flatMap(Optional::stream).flatMap(List::stream).toList());
    return new IntakeAnswer(messages.entrySet().stream()
        .filter(message -> message.getValue().map(its -> its.stream().anyMatch(taken.failed()::contains)).orElse(true))
        .map(message -> new IntakeAnswer.Failure(message.getKey()))
        .toList());
  }

  /** Nothing where the message cannot be understood. */
  private Optional<List<ObjectVersion>> objects(SqsEvent.Message message) {
    try {
      List<ObjectVersion> objects = CreatedObjects.in(message.body());
      if (objects.isEmpty()) {
        log.happened(EventName.EVENT_IGNORED, Map.of("messageId", message.messageId(), "reason", "no object was created"));
      }
      return Optional.of(objects);
    } catch (UnreadableEventException unreadable) {
      log.happened(EventName.FUNCTION_FAILED, Map.of(
          "messageId", message.messageId(), "what", "read a message", "error", String.valueOf(unreadable.getMessage())));
      return Optional.empty();
    }
  }
}
