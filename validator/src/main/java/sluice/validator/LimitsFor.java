package sluice.validator;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Pii;
import sluice.validator.file.Limits;

/** What a contract's files may ask of this machine; the secret for personal values is asked for only where one is hashed. */
final class LimitsFor {
  private final Limits limits;
  private final Supplier<String> salt;
  private Limits salted;

  LimitsFor(Limits limits, Supplier<String> salt) {
    this.limits = limits;
    this.salt = salt;
  }

  Limits of(Contract contract) {
    if (contract.columns().stream().noneMatch(column -> column.pii() == Pii.HASH)) {
      return limits;
    }
    if (salted == null) {
      salted = limits.withSalt(salt.get().getBytes(StandardCharsets.UTF_8));
    }
    return salted;
  }
}
