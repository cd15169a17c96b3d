package sluice.local.world;

import java.util.Set;

/** What kind of world to start. {@code without} names sources that are left out, for machines without a browser. */
public record Settings(Project project, Home home, Tools tools, Origin origin, ManagedProcess.Tether tether, Set<String> without) {

  public Settings {
    without = Set.copyOf(without);
  }
}
