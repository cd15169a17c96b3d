package sluice.lake.landing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import sluice.lake.RunId;

/** The claims of a test. */
public final class MemoryClaims implements Claims {
  private final Map<String, RunId> claims = new ConcurrentHashMap<>();

  @Override
  public RunId claim(LandedObject object, RunId mine) {
    RunId before = claims.putIfAbsent(object.uri(), mine);
    return before == null ? mine : before;
  }

  @Override
  public Optional<RunId> of(LandedObject object) {
    return Optional.ofNullable(claims.get(object.uri()));
  }
}
