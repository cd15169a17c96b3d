package sluice.repair;

import java.nio.file.Path;
import sluice.lake.store.ObjectRef;

/** The one place where an object is written over: the object store's own seam only creates. */
public interface Replacing {
  /** Puts the file in the object's place, whole or not at all; doing it again changes nothing. */
  void replace(ObjectRef object, Path file);
}
