package sluice.quality;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.function.Supplier;
import sluice.lake.lambda.JsonHandler;
import sluice.lake.problem.InvalidInputException;
import sluice.quality.rules.Library;

/** The function {@code sluice-check-rules}: that every rule can be evaluated, or {@link QualityRulesException}. */
public final class CheckRulesHandler extends JsonHandler<CheckRulesEvent, CheckRulesAnswer> {
  private final Supplier<Library> library;

  /** Called by Lambda. */
  public CheckRulesHandler() {
    this(Wiring::library);
  }

  /** The library is read at the call: an exception while a function starts loses its name. */
  CheckRulesHandler(Supplier<Library> library) {
    super(CheckRulesEvent.class);
    this.library = library;
  }

  @Override
  protected CheckRulesAnswer handle(CheckRulesEvent event, Context context) {
    try {
      return CheckRules.check(library.get());
    } catch (InvalidInputException unreadable) {
      throw new QualityRulesException(unreadable.problems());
    }
  }
}
