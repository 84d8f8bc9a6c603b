package dev.jackfield.http;

import dev.jackfield.loop.Guard;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A request under way.
 *
 * <p>Closing it cancels: the connection, its slot and its timers are free at once, whatever the phase, and the
 * completion is not called any more. After the completion was called, closing does nothing.
 *
 * <p><i>Thread-safe.</i>
 */
@ProviderType
public interface Exchange extends Guard {
    /**
     * What was asked.
     *
     * @return the request as it was given
     */
    Request request();
}
