package sluice.lake.aws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that are given a {@link LocalAws} which is LocalStack in a container; skipped where no {@link DockerEngine} answers. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("world")
@ExtendWith(LocalStack.class)
public @interface OnLocalStack {}
