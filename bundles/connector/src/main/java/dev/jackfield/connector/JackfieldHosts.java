package dev.jackfield.connector;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * For which targets a class is plugged in, for both faces at once: Declarative Services take it as the property {@value
 * Connector#HOSTS}, and without OSGi the panel reads it from the class that {@link java.util.ServiceLoader} found.
 *
 * <p><i>Immutable.</i>
 */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface JackfieldHosts {
    /**
     * Whom it is for.
     *
     * @return one {@link HostPattern} or several; any of them will do
     */
    String[] value();
}
