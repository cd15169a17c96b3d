package sluice.intake;

import com.amazonaws.services.lambda.runtime.Context;
import sluice.lake.lambda.JsonHandler;

/** The function {@code sluice-receive}: a batch of landed objects becomes raw objects with their manifests. */
public final class ReceiveHandler extends JsonHandler<ReceiveEvent, ReceiveAnswer> {
  private final Receive core;

  /** Called by Lambda. */
  public ReceiveHandler() {
    this(new Wiring(System.getenv()).receive());
  }

  ReceiveHandler(Receive core) {
    super(ReceiveEvent.class);
    this.core = core;
  }

  @Override
  protected ReceiveAnswer handle(ReceiveEvent event, Context context) {
    return core.receive(event);
  }
}
