package sluice.extractors.kit;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.extractors.kit.http.Endpoint;
import sluice.extractors.kit.secret.Secrets;
import sluice.lake.event.EventLog;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;
import sluice.lake.parquet.RowsInMemory;
import sluice.lake.store.FolderObjectStore;
import sluice.lake.store.ObjectRef;

/** The world around an extract function: a store in a folder, a countdown, and eyes for what was written. */
final class KitWorld {
  static final String BUCKET = "sluice-raw";

  final SleepLog sleeps = new SleepLog();
  final ByteArrayOutputStream events = new ByteArrayOutputStream();
  private final Path folder;
  private final FolderObjectStore store;

  KitWorld(Path folder) {
    this.folder = folder;
    this.store = new FolderObjectStore(folder.resolve("store"));
  }

  KitEnvironment environment(String baseUrl, Set<Endpoint> insiders, Secrets secrets) {
    EventLog log = new EventLog(new PrintStream(events, true, StandardCharsets.UTF_8), Clock.systemUTC());
    return new KitEnvironment(
        store, BUCKET, secrets, Optional.ofNullable(baseUrl), insiders, log, Clock.systemUTC(), sleeps, folder.resolve("tmp"));
  }

  /** Calls the function as Lambda does, with so much time left. */
  static String call(ExtractHandler function, String event, int remainingMillis) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, new Countdown(remainingMillis));
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** All rows that the manifest leads to, as maps from column to text. */
  List<Map<String, String>> rows(String manifestKey) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Part part : Manifest.fromJson(store.bytes(new ObjectRef(BUCKET, manifestKey))).parts()) {
      Path file = Files.write(folder.resolve("part.parquet"), store.bytes(new ObjectRef(BUCKET, part.key())));
      RowsInMemory table = RowsInMemory.read(file);
      for (List<String> values : table.rows()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
          if (values.get(i) != null) {
            row.put(table.columns().get(i), values.get(i));
          }
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** A function whose time does not pass. */
  private record Countdown(int getRemainingTimeInMillis) implements Context {
    @Override
    public String getAwsRequestId() {
      return "request";
    }

    @Override
    public String getLogGroupName() {
      return "group";
    }

    @Override
    public String getLogStreamName() {
      return "stream";
    }

    @Override
    public String getFunctionName() {
      return "sluice-extract";
    }

    @Override
    public String getFunctionVersion() {
      return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "arn";
    }

    @Override
    public CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 1024;
    }

    @Override
    public LambdaLogger getLogger() {
      return null;
    }
  }
}
