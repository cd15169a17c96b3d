package sluice.quality.dqdl;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;

/** Collects what the grammar complains of; AWS's own listener forgets the line. */
final class SyntaxErrors extends BaseErrorListener {
  record SyntaxError(int line, String message) {}

  private final List<SyntaxError> errors = new ArrayList<>();

  @Override
  public void syntaxError(Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message, RecognitionException e) {
    errors.add(new SyntaxError(line, message));
  }

  List<SyntaxError> errors() {
    return errors;
  }
}
