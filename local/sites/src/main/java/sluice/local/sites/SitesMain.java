package sluice.local.sites;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import sluice.local.sites.web.Json;

/** Runs the sample sites until it is told to end: one {@code READY} line on standard output, then silence. */
public final class SitesMain {
  private SitesMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    Sites sites;
    SitesOptions options;
    try {
      options = SitesOptions.parse(List.of(arguments), LocalDate.now(ZoneOffset.UTC));
      if (options.lifeline()) {
        watchStandardInput();
      }
      sites = Sites.start(options);
    } catch (IllegalArgumentException e) {
      System.err.println("sites: " + e.getMessage());
      System.exit(2);
      return;
    } catch (RuntimeException e) {
      System.err.println("sites: " + e.getMessage());
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(sites::close, "sites-close"));
    System.out.println("READY " + Json.write(ready(sites)));
    System.out.flush();
    new CountDownLatch(1).await();
  }

  private static Map<String, Object> ready(Sites sites) {
    Map<String, Object> ready = new LinkedHashMap<>();
    ready.put("site", sites.site().toString());
    ready.put("postgres", sites.postgres());
    return ready;
  }

  /** Whoever started us with {@code --lifeline} holds the other end: when it is gone, however it went, so are we. */
  private static void watchStandardInput() {
    Thread.ofPlatform().daemon().name("lifeline").start(() -> {
      try {
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
      } catch (IOException e) {
        // A broken pipe says the same as its end.
      }
      System.exit(0);
    });
  }
}
