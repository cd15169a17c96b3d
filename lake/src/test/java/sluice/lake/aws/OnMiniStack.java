package sluice.lake.aws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that are given a {@link LocalAws} which is the local world's; skipped where {@code SLUICE_LOCAL_PYTHON} names no Python that has it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("world")
@ExtendWith(MiniStack.class)
public @interface OnMiniStack {}
