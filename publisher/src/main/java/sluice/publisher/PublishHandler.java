package sluice.publisher;

import com.amazonaws.services.lambda.runtime.Context;
import sluice.lake.lambda.JsonHandler;

/** The function {@code sluice-publish}: moves readers to what the run built. */
public final class PublishHandler extends JsonHandler<PublishEvent, PublishAnswer> {
  private final Publish core;

  /** Called by Lambda. */
  public PublishHandler() {
    this(new Wiring(System.getenv()).publish());
  }

  PublishHandler(Publish core) {
    super(PublishEvent.class);
    this.core = core;
  }

  @Override
  protected PublishAnswer handle(PublishEvent event, Context context) {
    return core.publish(event.runId(), event.slot());
  }
}
