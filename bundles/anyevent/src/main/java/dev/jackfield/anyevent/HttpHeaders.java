package dev.jackfield.anyevent;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The seed's {@code $headers}: fields by their names in lower case, several of one name joined by a bare comma, and
 * pseudo-headers, which have capitals:
 *
 * <ul>
 *   <li>{@value #STATUS}, {@value #REASON} and {@value #HTTP_VERSION}, the parts of the status line. Together with data that
 *       is {@link HttpData.Undef}, 595 to 599 stand for errors: a server may say such a status, too, but not without a body
 *   <li>{@value #ORIG_STATUS} and {@value #ORIG_REASON}, those of the response, if the error came after its head
 *   <li>{@value #URL}, what was asked last
 * </ul>
 *
 * <p>The seed's {@code Redirect} is {@link #redirect()}.
 *
 * <p><i>Immutable.</i>
 */
public final class HttpHeaders extends AbstractMap<String, String> {
    /** Name of the pseudo-header with three digits. */
    public static final String STATUS = "Status";

    /** Name of the pseudo-header with the reason phrase, or the error. */
    public static final String REASON = "Reason";

    /** Name of the pseudo-header with the version, as {@code 1.1}; none if there was no response. */
    public static final String HTTP_VERSION = "HTTPVersion";

    /** Name of the pseudo-header with the URL. */
    public static final String URL = "URL";

    /** Name of the pseudo-header with the status before an error. */
    public static final String ORIG_STATUS = "OrigStatus";

    /** Name of the pseudo-header with the reason phrase before an error. */
    public static final String ORIG_REASON = "OrigReason";

    private final Map<String, String> values;
    private final Optional<HttpResult> redirect;

    private HttpHeaders(Map<String, String> values, Optional<HttpResult> redirect) {
        this.values = values;
        this.redirect = redirect;
    }

    /**
     * Some headers.
     *
     * @param values copied; with a status
     * @return the headers, without a redirect
     * @throws IllegalArgumentException if there is no status
     */
    public static HttpHeaders of(Map<String, String> values) {
        String status = values.getOrDefault(STATUS, "");
        if (!status.matches("[0-9]{3}")) {
            throw new IllegalArgumentException("Expected a status of three digits, got \"" + status + "\"");
        }
        return new HttpHeaders(Collections.unmodifiableMap(new LinkedHashMap<>(values)), Optional.empty());
    }

    /**
     * These, as what a redirect led to.
     *
     * @param by the response that led here
     * @return new headers
     */
    public HttpHeaders redirected(HttpResult by) {
        return new HttpHeaders(values, Optional.of(by));
    }

    /**
     * The status as a number.
     *
     * @return 200 to 999
     */
    public int status() {
        return Integer.parseInt(values.get(STATUS));
    }

    /**
     * The seed's {@code Redirect}: the response that led here, which may have been led to by another one.
     *
     * @return empty if nothing was followed
     */
    public Optional<HttpResult> redirect() {
        return redirect;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return values.entrySet();
    }

    @Override
    public String get(Object name) {
        return values.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return values.containsKey(name);
    }
}
