package sluice.publisher;

import com.amazonaws.services.lambda.runtime.Context;
import sluice.lake.Slot;
import sluice.lake.lambda.JsonHandler;

/** The function {@code sluice-prepare-build}: a slot to build in, or {@link BuildBusyException}. */
public final class PrepareBuildHandler extends JsonHandler<PrepareBuildEvent, PrepareBuildAnswer> {
  private final PrepareBuild core;

  /** Called by Lambda. */
  public PrepareBuildHandler() {
    this(new Wiring(System.getenv()).prepareBuild());
  }

  PrepareBuildHandler(PrepareBuild core) {
    super(PrepareBuildEvent.class);
    this.core = core;
  }

  @Override
  protected PrepareBuildAnswer handle(PrepareBuildEvent event, Context context) {
    Slot slot = core.prepare(new LockHolder(event.runId(), event.executionArn()));
    return new PrepareBuildAnswer(slot, slot.database());
  }
}
