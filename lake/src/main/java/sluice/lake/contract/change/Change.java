package sluice.lake.contract.change;

import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One difference between two versions of a contract, and whom it breaks.
 *
 * @param what which word of the contract differs: {@code column}, {@code type}, {@code drift}
 * @param name the column or the entry that it differs for; empty where the word stands for itself
 * @param before as the older contract writes it; empty for what was added
 * @param after as the newer one writes it; empty for what was removed
 * @param breaks who has to change something before this contract holds; empty for a compatible change
 * @param note in a few words what it means
 */
public record Change(Op op, String what, String name, String before, String after, Set<Party> breaks, String note) {
  /** What happened to it. */
  public enum Op {
    ADD("+"),
    CHANGE("~"),
    REMOVE("-");

    private final String sign;

    Op(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who a contract is between. */
  public enum Party {
    /** What they deliver, and was taken, may be held back. */
    PRODUCERS,
    /** A query of theirs that worked may fail, or mean something else. */
    READERS;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Change {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    breaks = Collections.unmodifiableSet(new TreeSet<>(breaks));
  }

  public boolean isBreaking() {
    return !breaks.isEmpty();
  }

  /** The operation follows from which of the two texts there is. */
  static Change of(String what, String name, String before, String after, String note, Party... breaks) {
    Op op = before.isEmpty() ? Op.ADD : after.isEmpty() ? Op.REMOVE : Op.CHANGE;
    return new Change(op, what, name, before, after, Set.of(breaks), note);
  }
}
