package sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.cli.contract.docs.ContractDocs;
import sluice.cli.contract.docs.ContractDocs.State;

@Command(name = "docs", description = "Write the data dictionary and the dbt sources from the contracts.")
final class ContractDocsCommand extends Invocation {
  @Option(names = "--out", paramLabel = "DIR", description = "Write below this folder instead of the project's.")
  Path out;

  @Option(names = "--check", description = "Write nothing; exit with 1 where a file is not what the contracts say.")
  boolean check;

  @Override
  Exit execute() throws IOException {
    ProjectContracts project = new ProjectContracts(surroundings());
    ContractDocs docs = new ContractDocs(project.named(null));
    Path folder = out == null ? project.root() : out;
    List<ContractDocs.File> files = check ? docs.compare(folder) : docs.write(folder);
    long stale = files.stream().filter(file -> file.state() != State.SAME).count();
    if (json) {
      console().answer(Document.text(document(files)));
    } else {
      files.stream().filter(file -> file.state() != State.SAME)
          .forEach(file -> console().answer("  " + (file.state() == State.ABSENT ? "+ " : "~ ") + file.path()));
      verdict(stale, files.size());
    }
    return check && stale > 0 ? Exit.NO : Exit.DONE;
  }

  private void verdict(long stale, int all) {
    if (stale == 0) {
      console().answer("%s %s as the contracts say. Nothing was written.".formatted(console().mark(Console.Mark.OK), Figures.counted(all, "file")));
    } else if (check) {
      console().answer("%s %d of %s not as the contracts say. Nothing was written.".formatted(
          console().mark(Console.Mark.FAILED), stale, Figures.counted(all, "file")));
      console().answer("  next   ./sluice contract docs");
    } else {
      console().answer("%s %d of %s written; the others were as the contracts say.".formatted(
          console().mark(Console.Mark.OK), stale, Figures.counted(all, "file")));
    }
  }

  private static ObjectNode document(List<ContractDocs.File> files) {
    ObjectNode document = Document.of("contract-docs");
    ArrayNode array = document.putArray("files");
    for (ContractDocs.File file : files) {
      array.addObject().put("path", file.path().toString()).put("op", switch (file.state()) {
        case SAME -> "same";
        case CHANGED -> "change";
        case ABSENT -> "add";
      });
    }
    return document;
  }
}
