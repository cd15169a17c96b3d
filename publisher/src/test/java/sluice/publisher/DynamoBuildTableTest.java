package sluice.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import sluice.lake.RunId;
import sluice.lake.Slot;

/** Against a real evaluation of the conditions, because a wrong one looks right in a fake. */
@Tag("world")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoBuildTableTest {
  private static final LockHolder ONE = new LockHolder(new RunId("one"), "arn:one");
  private static final LockHolder TWO = new LockHolder(new RunId("two"), "arn:two");

  private LocalDynamo local;
  private DynamoBuildTable table;

  @BeforeAll
  void start() throws Exception {
    local = LocalDynamo.start();
  }

  @AfterAll
  void stop() {
    if (local != null) {
      local.close();
    }
  }

  @BeforeEach
  void emptyTable(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    DynamoDbClient dynamo = local.client();
    dynamo.createTable(create -> create.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
        .attributeDefinitions(text("pk"), text("sk")));
    table = new DynamoBuildTable(dynamo, name);
  }

  @Test
  void keepsTheLockForOneAtATime() {
    assertThat(table.lockHolder()).isEmpty();
    assertThat(table.takeLock(ONE)).isTrue();
    assertThat(table.takeLock(TWO)).isFalse();
    assertThat(table.takeLock(ONE)).isFalse();
    assertThat(table.lockHolder()).contains(ONE);
  }

  @Test
  void givesTheLockOnlyToWhoSawItsHolder() {
    table.takeLock(ONE);
    LockHolder three = new LockHolder(new RunId("three"), "arn:three");
    assertThat(table.takeLockFrom(ONE, TWO)).isTrue();
    assertThat(table.takeLockFrom(ONE, three)).isFalse();
    assertThat(table.lockHolder()).contains(TWO);
  }

  @Test
  void takesNoLockFromAHolderThatIsGone() {
    assertThat(table.takeLockFrom(ONE, TWO)).isFalse();
    assertThat(table.lockHolder()).isEmpty();
  }

  @Test
  void releasesOnlyItsOwnLock() {
    table.takeLock(ONE);
    assertThat(table.releaseLock(TWO.runId())).isFalse();
    assertThat(table.lockHolder()).contains(ONE);
    assertThat(table.releaseLock(ONE.runId())).isTrue();
    assertThat(table.releaseLock(ONE.runId())).isFalse();
    assertThat(table.lockHolder()).isEmpty();
  }

  @Test
  void remembersWhatReadersSee() {
    assertThat(table.publication()).isEmpty();
    Publication publication = new Publication(Slot.GREEN, ONE.runId(), Publication.State.PUBLISHING);
    table.remember(publication);
    assertThat(table.publication()).contains(publication);
    table.remember(publication.finished());
    assertThat(table.publication()).contains(new Publication(Slot.GREEN, ONE.runId(), Publication.State.PUBLISHED));
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder().attributeName(name).attributeType(ScalarAttributeType.S).build();
  }
}
