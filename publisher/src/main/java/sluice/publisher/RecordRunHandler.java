package sluice.publisher;

import com.amazonaws.services.lambda.runtime.Context;
import sluice.lake.lambda.JsonHandler;

/** The function {@code sluice-record-run}: how the run ended, for the ledger and for people. */
public final class RecordRunHandler extends JsonHandler<RecordRunEvent, RecordRunAnswer> {
  private final RecordRun core;

  /** Called by Lambda. */
  public RecordRunHandler() {
    this(new Wiring(System.getenv()).recordRun());
  }

  RecordRunHandler(RecordRun core) {
    super(RecordRunEvent.class);
    this.core = core;
  }

  @Override
  protected RecordRunAnswer handle(RecordRunEvent event, Context context) {
    return core.record(event);
  }
}
