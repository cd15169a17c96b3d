package sluice.prove;

import java.nio.file.Files;
import java.nio.file.Path;
import sluice.prove.faults.FaultProof;

public final class ProveMain {
  public static void main(String[] a) throws Exception {
    long t = System.nanoTime();
    var r = FaultProof.of(Files.createTempDirectory(Path.of(a[0]), "p"));
    System.out.println(r.calls() + " " + r.runs() + " " + r.broken() + " " + (System.nanoTime() - t) / 1e9);
  }
}
