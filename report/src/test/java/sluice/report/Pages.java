package sluice.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import sluice.report.model.ReportModel;

/** Writes every sample page into a folder, to look at them: {@code java … sluice.report.Pages target/pages}. */
public final class Pages {
  private Pages() {}

  static Map<String, ReportModel> samples() {
    Map<String, ReportModel> samples = new LinkedHashMap<>();
    samples.put("clean", Sample.clean());
    samples.put("succeeded", Sample.succeeded());
    samples.put("partial", Sample.partial());
    samples.put("failed", Sample.failed());
    samples.put("first", Sample.first());
    samples.put("empty", Sample.empty());
    samples.put("lossy", Sample.lossy());
    return samples;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (Map.Entry<String, ReportModel> sample : samples().entrySet()) {
      Files.writeString(folder.resolve(sample.getKey() + ".html"), Report.html(sample.getValue()));
    }
  }
}
