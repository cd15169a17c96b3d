package sluice.cli.contract.infer;

/** One value of a sample as text, and what the file says about its type. */
record Value(String text, Form form) {
  enum Form {
    /** The file says nothing: in CSV any type may be meant. */
    WRITTEN,
    STRING,
    NUMBER,
    BOOLEAN,
    /** An object or array, as JSON text. */
    NESTED
  }
}
