package sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.lake.contract.Contract;
import sluice.lake.contract.change.Change;
import sluice.lake.contract.change.ContractDiff;

@Command(name = "diff", description = "Say what changed since the last released version, and whom it breaks.")
final class ContractDiffCommand extends Invocation {
  private static final int LONGEST_VALUE = 60;

  @Parameters(arity = "0..1", paramLabel = "DATASET", description = "Only this one's contract; all where none is named.")
  String dataset;

  @Option(names = "--exit-code", description = "Exit with 1 where a change breaks somebody.")
  boolean exitCode;

  private record Compared(Contract live, Optional<Contract> released, List<Change> changes) {
    long breaking() {
      return changes.stream().filter(Change::isBreaking).count();
    }
  }

  @Override
  Exit execute() {
    ProjectContracts project = new ProjectContracts(surroundings());
    List<Compared> all = new ArrayList<>();
    for (Contract live : project.named(dataset)) {
      Optional<Contract> released = project.released().last(live.dataset());
      all.add(new Compared(live, released, released.map(last -> ContractDiff.between(last, live)).orElse(List.of())));
    }
    if (json) {
      console().answer(Document.text(document(all)));
    } else {
      all.forEach(this::print);
      verdict(all);
    }
    boolean breaks = all.stream().anyMatch(compared -> compared.breaking() > 0);
    return exitCode && breaks ? Exit.NO : Exit.DONE;
  }

  private void print(Compared compared) {
    String name = compared.live().dataset().value();
    if (compared.released().isEmpty()) {
      console().answer("+ " + name + ": never released, would be " + compared.live().version());
      return;
    }
    int last = compared.released().get().version();
    if (compared.changes().isEmpty()) {
      console().answer("= " + name + ": as released " + last);
      return;
    }
    console().answer("~ " + name + ": released " + last + " → this working copy (would be " + (last + 1) + ")");
    Table table = new Table(Stream.of("what", "name", "change", "effect")
        .map(title -> new Table.Column(title, Table.Align.LEFT)).toList());
    compared.changes().forEach(change -> table.row(
        List.of(change.op().sign() + " " + change.what(), change.name(), values(change), effect(change))));
    table.lines(console().isLive() ? 120 : 1000).stream().skip(1).forEach(console()::answer);
  }

  private static String values(Change change) {
    return switch (change.op()) {
      case ADD -> cut(change.after());
      case REMOVE -> "was " + cut(change.before());
      case CHANGE -> cut(change.before()) + " → " + cut(change.after());
    };
  }

  private static String cut(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
  }

  private static String effect(Change change) {
    String breaks = change.breaks().stream().map(Change.Party::word).collect(Collectors.joining(" and "));
    return (change.isBreaking() ? "BREAKING for " + breaks : "compatible") + ": " + change.note();
  }

  private void verdict(List<Compared> all) {
    long changes = all.stream().mapToLong(compared -> compared.changes().size()).sum();
    long breaking = all.stream().mapToLong(Compared::breaking).sum();
    if (breaking > 0) {
      console().answer("%s %s, %d of them breaking: tell whom it breaks before you release.".formatted(
          console().mark(Console.Mark.LOOK), Figures.counted(changes, "change"), breaking));
    } else {
      console().answer("%s %s, none of them breaking.".formatted(console().mark(Console.Mark.OK), Figures.counted(changes, "change")));
    }
  }

  private static ObjectNode document(List<Compared> all) {
    ObjectNode document = Document.of("contract-diff");
    ArrayNode contracts = document.putArray("contracts");
    for (Compared compared : all) {
      ObjectNode contract = contracts.addObject().put("dataset", compared.live().dataset().value());
      compared.released().ifPresent(last -> contract.put("from", last.version()));
      contract.put("to", compared.live().version());
      ArrayNode changes = contract.putArray("changes");
      compared.changes().forEach(change -> describe(change, changes.addObject()));
    }
    return document;
  }

  private static void describe(Change change, ObjectNode node) {
    node.put("op", change.op().word()).put("what", change.what());
    if (!change.name().isEmpty()) {
      node.put("name", change.name());
    }
    if (change.op() != Change.Op.ADD) {
      node.put("before", change.before());
    }
    if (change.op() != Change.Op.REMOVE) {
      node.put("after", change.after());
    }
    node.put("breaking", change.isBreaking());
    ArrayNode breaks = node.putArray("breaks");
    change.breaks().forEach(party -> breaks.add(party.word()));
    node.put("note", change.note());
  }
}
