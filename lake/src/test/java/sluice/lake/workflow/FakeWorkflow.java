package sluice.lake.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.lake.RunId;

/** Executions in memory, under Step Functions' own rules. */
public final class FakeWorkflow implements Workflow {
  private final Map<RunId, Execution> executions = new LinkedHashMap<>();
  private final List<RunId> calls = new ArrayList<>();
  private boolean down;
  private boolean losing;

  @Override
  public synchronized boolean start(RunId name, String input) {
    if (down) {
      throw new IllegalStateException("Step Functions answered 503");
    }
    calls.add(name);
    Execution there = executions.putIfAbsent(name, new Execution(Execution.State.RUNNING, input));
    if (losing) {
      losing = false;
      throw new IllegalStateException("no answer from Step Functions");
    }
    return there == null || there.state() == Execution.State.RUNNING && there.input().equals(input);
  }

  @Override
  public synchronized Execution find(RunId name) {
    if (!executions.containsKey(name)) {
      throw new IllegalStateException("no execution " + name);
    }
    return executions.get(name);
  }

  /** Lets an execution end. */
  public synchronized void ended(RunId name, Execution.State as) {
    executions.put(name, new Execution(as, find(name).input()));
  }

  /** The next start happens, but nobody hears of it. */
  public synchronized void loseNextAnswer() {
    losing = true;
  }

  public synchronized void down(boolean now) {
    down = now;
  }

  /** Names and inputs of all executions, in the order in which they started. */
  public synchronized Map<String, String> started() {
    Map<String, String> inputs = new LinkedHashMap<>();
    executions.forEach((name, execution) -> inputs.put(name.value(), execution.input()));
    return inputs;
  }

  /** Every name that a start was asked for. */
  public synchronized List<RunId> calls() {
    return List.copyOf(calls);
  }
}
