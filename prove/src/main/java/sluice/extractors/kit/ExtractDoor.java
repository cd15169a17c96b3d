package sluice.extractors.kit;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.extractors.kit.http.Endpoint;
import sluice.lake.event.EventLog;
import sluice.lake.store.ObjectStore;

/** Opens the extract function over any store; like a test, it stands in the package of what it opens. */
public final class ExtractDoor {
  private final ExtractHandler function;

  /** {@code site} answers for every source; {@code temporary} is a folder of this machine. */
  public ExtractDoor(ObjectStore store, String rawBucket, Endpoint site, Path temporary, EventLog log, Clock clock) {
    this.function = new ExtractHandler(new KitEnvironment(store, rawBucket, name -> Map.of(), Optional.of("http://" + site + "/"),
        Set.of(site), log, clock, wait -> { }, temporary));
  }

  /** One call of the function with so much of its time left. */
  public ExtractAnswer extract(ExtractEvent event, Duration left) throws IOException {
    Context context = (Context) Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class},
        (proxy, method, arguments) -> method.getName().equals("getRemainingTimeInMillis") ? Math.toIntExact(left.toMillis()) : null);
    return function.handle(event, context);
  }
}
