package dev.jackfield.cookies;

import dev.jackfield.cookies.internal.NoCookies;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Where cookies are kept, and what decides who gets which (RFC 6265bis section 5).
 *
 * <p>Both methods are called on loops, by many at a time, and must not block. What they throw ends the exchange in which
 * they were called, so an implementation ignores what is no cookie.
 *
 * <p><i>Thread-safe.</i>
 */
@ConsumerType
public interface CookieJar {

    /**
     * A jar that keeps nothing. Clients do not touch Cookie and Set-Cookie when it is theirs.
     *
     * @return always the same
     */
    static CookieJar none() {
        return NoCookies.JAR;
    }

    /**
     * The cookies for a request (RFC 6265bis section 5.8.3).
     *
     * @param to where it goes
     * @return in the order in which they are sent: longer paths first, of equals the older. What the server would read as
     *     something else fails the exchange, so that no cookie is made up, nor one lost unseen: controls, {@code ;} in a
     *     name or value, and {@code =} in a name (RFC 6265bis section 5.6)
     */
    List<Cookie> cookies(CookieContext to);

    /**
     * Takes in what a response brought (RFC 6265bis section 5.7).
     *
     * @param received its Set-Cookie fields
     */
    void store(SetCookies received);
}
