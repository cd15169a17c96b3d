package sluice.publisher;

class InMemoryBuildTableTest extends BuildTableContract {
  InMemoryBuildTableTest() {
    super(new InMemoryBuildTable());
  }
}
