package sluice.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "contract", description = "Check, compare, document, propose and release contracts.", subcommands = {
  ContractCheckCommand.class, ContractDiffCommand.class, ContractDocsCommand.class, ContractInferCommand.class, ContractReleaseCommand.class
})
final class ContractCommand {
  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  boolean help;
}
