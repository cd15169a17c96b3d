package sluice.lake.landing;

class MemoryClaimsTest extends ClaimsContract {
  MemoryClaimsTest() {
    super(new MemoryClaims());
  }
}
