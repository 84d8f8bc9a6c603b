package dev.jackfield.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a test of a contract checks: the number of a rule of {@link dev.jackfield.connector}, or whose Javadoc. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SpiRule {
    /**
     * The rules.
     *
     * @return numbers as in the package description of {@link dev.jackfield.connector}, from 1
     */
    int[] value() default {};

    /**
     * What the numbered rules leave to the Javadoc of a type.
     *
     * @return for example {@code Wire.read}
     */
    String javadoc() default "";
}
