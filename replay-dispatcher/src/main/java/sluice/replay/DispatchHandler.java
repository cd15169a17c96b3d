package sluice.replay;

import com.amazonaws.services.lambda.runtime.Context;
import sluice.lake.lambda.JsonHandler;

/** The function {@code sluice-dispatch-replay}: a manifest in the replay zone starts its run. */
public final class DispatchHandler extends JsonHandler<DispatchEvent, DispatchAnswer> {
  private final Dispatch core;

  /** Called by Lambda. */
  public DispatchHandler() {
    this(new Wiring(System.getenv()).dispatch());
  }

  DispatchHandler(Dispatch core) {
    super(DispatchEvent.class);
    this.core = core;
  }

  @Override
  protected DispatchAnswer handle(DispatchEvent event, Context context) {
    return core.dispatch(event.detail().bucket().name(), event.detail().object().key());
  }
}
