package sluice.lake.ledger;

class MemoryVerdictLedgerTest extends VerdictLedgerContract {
  MemoryVerdictLedgerTest() {
    super(new MemoryVerdictLedger());
  }
}
