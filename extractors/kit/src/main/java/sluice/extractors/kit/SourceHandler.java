package sluice.extractors.kit;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import sluice.extractors.kit.engine.Extraction;
import sluice.extractors.kit.engine.LegBudget;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Contracts;
import sluice.lake.lambda.JsonHandler;
import sluice.lake.source.SourceSpec;
import sluice.lake.source.Sources;

/** What all extract functions share: the event's source is looked up, opened by its kind, and run through the engine. */
public abstract class SourceHandler extends JsonHandler<ExtractEvent, ExtractAnswer> {
  private final KitEnvironment environment;

  protected SourceHandler(KitEnvironment environment) {
    super(ExtractEvent.class);
    this.environment = environment;
  }

  /** The adapter for this source; it opens what it needs when it is read. */
  protected abstract Source open(SourceSpec spec, KitEnvironment environment);

  @Override
  protected final ExtractAnswer handle(ExtractEvent event, Context context) throws IOException {
    SourceSpec spec = Sources.bundled(event.source());
    Contract contract = Contracts.bundled(event.source());
    KitEnvironment here = environment.about(event);
    Extraction extraction = new Extraction(
        new Extraction.Target(here.store(), here.rawBucket(), Extraction.Target.PART_BYTES),
        here.temporary().resolve(event.source().value()),
        here.log());
    LegBudget budget = new LegBudget(context::getRemainingTimeInMillis, LegBudget.RESERVE, spec.limits().run());
    return extraction.run(event, contract, spec.limits(), open(spec, here), budget);
  }
}
