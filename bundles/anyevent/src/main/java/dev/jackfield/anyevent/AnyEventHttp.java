package dev.jackfield.anyevent;

import dev.jackfield.anyevent.internal.http.StructuredJar;
import dev.jackfield.cookies.HttpDate;
import dev.jackfield.loop.Guard;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The functions of AnyEvent::HTTP. What only reads or writes text is static; what needs connections needs an {@link
 * AnyEvent}.
 *
 * <p><i>Thread-safe.</i>
 */
@ProviderType
public interface AnyEventHttp {

    /**
     * {@code http_get}.
     *
     * @param url absolute, http or https
     * @param parameters {@link HttpParameters#none()}, and what else is wanted
     * @param cb hears how it ended
     * @return calls the request off
     */
    default Guard httpGet(String url, HttpParameters parameters, HttpCallback cb) {
        return httpRequest("GET", url, parameters, cb);
    }

    /**
     * {@code http_get} without parameters.
     *
     * @param url absolute, http or https
     * @param cb hears how it ended
     * @return calls the request off
     */
    default Guard httpGet(String url, HttpCallback cb) {
        return httpGet(url, HttpParameters.none(), cb);
    }

    /**
     * {@code http_head}.
     *
     * @param url absolute, http or https
     * @param parameters {@link HttpParameters#none()}, and what else is wanted
     * @param cb hears how it ended
     * @return calls the request off
     */
    default Guard httpHead(String url, HttpParameters parameters, HttpCallback cb) {
        return httpRequest("HEAD", url, parameters, cb);
    }

    /**
     * {@code http_head} without parameters.
     *
     * @param url absolute, http or https
     * @param cb hears how it ended
     * @return calls the request off
     */
    default Guard httpHead(String url, HttpCallback cb) {
        return httpHead(url, HttpParameters.none(), cb);
    }

    /**
     * {@code http_post}.
     *
     * @param url absolute, http or https
     * @param body sent as it is; not copied
     * @param parameters {@link HttpParameters#none()}, and what else is wanted
     * @param cb hears how it ended
     * @return calls the request off
     */
    default Guard httpPost(String url, byte[] body, HttpParameters parameters, HttpCallback cb) {
        return httpRequest("POST", url, parameters.withBody(body), cb);
    }

    /**
     * {@code http_post} without parameters.
     *
     * @param url absolute, http or https
     * @param body sent as it is; not copied
     * @param cb hears how it ended
     * @return calls the request off
     */
    default Guard httpPost(String url, byte[] body, HttpCallback cb) {
        return httpPost(url, body, HttpParameters.none(), cb);
    }

    /**
     * {@code http_request}. Whatever is wrong with its arguments the callback hears, as status 599, and nothing is
     * connected.
     *
     * @param method a token; the standard ones in whatever case
     * @param url absolute, http or https
     * @param parameters {@link HttpParameters#none()}, and what else is wanted
     * @param cb hears how it ended, never inside this call
     * @return calls the request off; does nothing once the callback was called
     */
    Guard httpRequest(String method, String url, HttpParameters parameters, HttpCallback cb);

    /**
     * The seed's global variables, but {@code $ACTIVE}.
     *
     * @return as they are now
     */
    HttpSettings httpSettings();

    /**
     * Sets the seed's global variables. They hold for requests that are made from now on; other limits on connections
     * begin with an empty pool.
     *
     * @param settings all of them
     */
    void httpSettings(HttpSettings settings);

    /**
     * {@code set_proxy}: the default proxy from now on.
     *
     * @param url {@code http://user:password@host:port}, everything but the host optional; port 3128, the seed's, if there
     *     is none. Empty for no proxy
     * @throws IllegalArgumentException if it is no such URL; the message shows no credentials
     */
    void setProxy(String url);

    /**
     * {@code $ACTIVE}.
     *
     * @return how many connections are in use right now, or in the making
     */
    int active();

    /**
     * {@code cookie_jar_expire}: removes what has expired.
     *
     * @param jar as told at {@link #cookieJarExpire(Map, boolean)}
     */
    static void cookieJarExpire(Map<String, Object> jar) {
        cookieJarExpire(jar, false);
    }

    /**
     * {@code cookie_jar_expire}: removes what has expired.
     *
     * <p>A jar is a map of maps of maps of maps: the host, the path, the name of the cookie, then {@code value}, {@code
     * _expires} in seconds since 1970 (missing for cookies of a session), and attributes without a value under their
     * names; {@link dev.jackfield.cookies.CookieStructure} tells all of them. Besides the hosts, {@code version} is 2; a jar
     * of any other version is cleared, and what is no cookie is dropped. What the seed does not know has names that begin
     * with an underscore.
     *
     * @param jar changed under its monitor
     * @param sessionEnd whether to remove cookies of the session, too
     */
    static void cookieJarExpire(Map<String, Object> jar, boolean sessionEnd) {
        StructuredJar.expire(jar, sessionEnd);
    }

    /**
     * {@code format_date}.
     *
     * @param timestamp in seconds since 1970
     * @return as HTTP writes it (RFC 9110 section 5.6.7)
     * @throws IllegalArgumentException if its year has not four digits
     */
    static String formatDate(long timestamp) {
        try {
            return HttpDate.format(Instant.ofEpochSecond(timestamp));
        } catch (DateTimeException outOfRange) {
            throw new IllegalArgumentException(
                    "Expected a time in the years 1 to 9999, got " + timestamp + " seconds from 1970", outOfRange);
        }
    }

    /**
     * {@code parse_date}.
     *
     * @param date of HTTP (RFC 9110 section 5.6.7), or of a cookie (RFC 6265bis section 5.1.1)
     * @return in seconds since 1970, or empty
     */
    static OptionalLong parseDate(String date) {
        return HttpDate.parse(date)
                .or(() -> HttpDate.parseCookieDate(date))
                .map(Instant::getEpochSecond)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }
}
