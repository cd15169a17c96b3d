package sluice.prove.planted;

import java.io.PrintStream;
import java.util.Arrays;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A process that runs the test classes it is given. Its last line names the first test that failed, or why nothing was tried. */
public final class TestRun {
  static final int PASSED = 0;
  static final int FAILED = 1;
  static final int NOTHING_TRIED = 3;

  private TestRun() {}

  public static void main(String[] classes) {
    LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
        .selectors(Arrays.stream(classes).map(DiscoverySelectors::selectClass).toList()).build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    System.exit(verdict(listener.getSummary(), System.out));
  }

  private static String name(TestSource source) {
    return switch (source) {
      case MethodSource method -> method.getJavaClass().getSimpleName() + "." + method.getMethodName();
      case ClassSource type -> type.getJavaClass().getSimpleName();
      default -> source.toString();
    };
  }

  private static int verdict(TestExecutionSummary summary, PrintStream out) {
    if (!summary.getFailures().isEmpty()) {
      out.println(summary.getFailures().getFirst().getTestIdentifier().getSource().map(TestRun::name).orElse("a test class"));
      return FAILED;
    }
    long tried = summary.getTestsSucceededCount();
    if (tried == 0 || summary.getTestsAbortedCount() + summary.getContainersAbortedCount() > 0) {
      out.println(tried == 0 ? "no test was tried" : "some tests were skipped");
      return NOTHING_TRIED;
    }
    out.println("no test failed");
    return PASSED;
  }
}
