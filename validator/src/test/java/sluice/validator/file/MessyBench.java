package sluice.validator.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sluice.lake.json.Json;

/** Judges each file of a folder once and tells which took longest and which held most; for {@code bench/messy.py}. */
final class MessyBench {
  private MessyBench() {}

  /** Arguments: the folder with the files, and one for the outputs. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    MessyDesk desk = new MessyDesk(Files.createDirectories(Path.of(arguments[1])));
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> MessyDesk.ENDINGS.stream().anyMatch(file.toString()::endsWith)).sorted().toList();
    }
    double first = 0;
    Worst slowest = new Worst("", 0);
    Worst largest = new Worst("", 0);
    for (Path file : files) {
      String name = folder.relativize(file).toString();
      Heap.forgetPeak();
      long begin = System.nanoTime();
      desk.judge(file);
      double seconds = (System.nanoTime() - begin) / 1e9;
      if (first == 0) {
        first = seconds; // loads the classes of the gate
      } else {
        slowest = slowest.or(name, seconds);
      }
      largest = largest.or(name, Heap.peakBytes());
    }
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("files", files.size());
    said.put("firstSeconds", first);
    said.put("slowest", Map.of("file", slowest.name, "seconds", slowest.amount));
    said.put("largest", Map.of("file", largest.name, "peakHeapBytes", (long) largest.amount));
    System.out.println(Json.MAPPER.writeValueAsString(said));
  }

  private record Worst(String name, double amount) {
    Worst or(String other, double otherAmount) {
      return otherAmount > amount ? new Worst(other, otherAmount) : this;
    }
  }
}
