package dev.jackfield.anyevent;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** The seed's {@code $cb} of {@code http_request}. */
@FunctionalInterface
@ConsumerType
public interface HttpCallback {

    /**
     * Hears how it ended: exactly one call, on a loop, unless the guard, or the client with all its functions,
     * was closed before. The connection, the slot and the
     * cookies are free, counted and kept by then.
     *
     * @param data what came, or that there was an error
     * @param headers of the response, or of the error
     * @throws IOException is logged
     */
    void call(HttpData data, HttpHeaders headers) throws IOException;
}
