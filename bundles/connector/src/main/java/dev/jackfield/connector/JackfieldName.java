package dev.jackfield.connector;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The name under which a class is plugged in, for both faces at once: Declarative Services take it as the property
 * {@code jackfield.name}, and without OSGi the panel reads it from the class that {@link java.util.ServiceLoader}
 * found.
 *
 * <p><i>Immutable.</i>
 */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface JackfieldName {
    /**
     * The name, for example {@code plain}.
     *
     * @return letters, digits, {@code -}, {@code _} and {@code .}
     */
    String value();
}
