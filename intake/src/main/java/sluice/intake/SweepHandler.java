package sluice.intake;

import com.amazonaws.services.lambda.runtime.Context;
import sluice.lake.lambda.JsonHandler;

/** The function {@code sluice-sweep}: takes in what landed without being noticed. */
public final class SweepHandler extends JsonHandler<SweepEvent, SweepAnswer> {
  private final Sweep core;

  /** Called by Lambda. */
  public SweepHandler() {
    this(new Wiring(System.getenv()).sweep());
  }

  SweepHandler(Sweep core) {
    super(SweepEvent.class);
    this.core = core;
  }

  @Override
  protected SweepAnswer handle(SweepEvent event, Context context) {
    return core.sweep(event);
  }
}
