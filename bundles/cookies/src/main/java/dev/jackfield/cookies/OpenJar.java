package dev.jackfield.cookies;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A jar that can be looked into, and emptied: what a jar may be for its operators, beyond what it is for clients.
 *
 * <p>These methods may block, for a moment.
 *
 * <p><i>Thread-safe.</i>
 */
@ConsumerType
public interface OpenJar extends CookieJar {

    /**
     * All that is in it and has not expired.
     *
     * @return in the order in which they were made
     */
    List<Cookie> all();

    /**
     * Drops the cookies of a domain and of all below it.
     *
     * @param domain in lower case, with A-labels, without a dot at either end
     * @throws IllegalArgumentException if that is no domain
     */
    void clear(String domain);

    /** Drops everything. */
    void clear();
}
