package sluice.quality;

import com.amazonaws.services.lambda.runtime.Context;
import sluice.lake.lambda.JsonHandler;

/** The function {@code sluice-check-quality}: what came out of every rule; a failed rule is an answer, not an exception. */
public final class CheckQualityHandler extends JsonHandler<CheckQualityEvent, CheckQualityAnswer> {
  private final CheckQuality core;

  /** Called by Lambda. */
  public CheckQualityHandler() {
    this(new Wiring(System.getenv()).checkQuality());
  }

  CheckQualityHandler(CheckQuality core) {
    super(CheckQualityEvent.class);
    this.core = core;
  }

  @Override
  protected CheckQualityAnswer handle(CheckQualityEvent event, Context context) {
    return core.check(event);
  }
}
