package dev.jackfield.anyevent.internal.http;

import dev.jackfield.anyevent.HttpData;
import dev.jackfield.anyevent.HttpHeaders;
import dev.jackfield.anyevent.HttpResult;
import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import dev.jackfield.http.ResponseHead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the client knows, as the seed tells it. */
final class HeaderMaps {
    private static final String LOCATION = "location";

    /**
     * Fields that mean nothing behind a body, because what they decide is decided by then (RFC 9110 section 6.5.1):
     * framing, routing, authentication, cookies, and what the body is.
     */
    private static final Set<String> NO_TRAILERS = Set.of(
            "transfer-encoding",
            "content-length",
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "upgrade",
            "host",
            LOCATION,
            "set-cookie",
            "set-cookie2",
            "www-authenticate",
            "proxy-authenticate",
            "authorization",
            "authentication-info",
            "proxy-authentication-info",
            "content-encoding",
            "content-type",
            "content-range",
            "cache-control",
            "expires",
            "age",
            "date",
            "vary",
            "retry-after",
            "range",
            "accept-ranges");

    private HeaderMaps() {}

    /**
     * Of a complete response.
     *
     * @param asked the URL as the caller gave it
     */
    static HttpHeaders of(Response response, String asked) {
        String url = response.redirects().isEmpty() ? asked : response.url();
        Map<String, String> values = values(response.head(), url);
        addTrailers(values, response.trailers());
        return redirected(values, response.redirects(), asked, url);
    }

    /** Of a response whose body is still to come. */
    static HttpHeaders of(ResponseHead head, Request request, List<Response> redirects, String asked) {
        String url = redirects.isEmpty() ? asked : request.url();
        return redirected(values(head, url), redirects, asked, url);
    }

    /** The same with what came behind the body. */
    static HttpHeaders with(HttpHeaders headers, Headers trailers) {
        if (trailers.size() == 0) {
            return headers;
        }
        Map<String, String> values = new LinkedHashMap<>(headers);
        addTrailers(values, trailers);
        return redirected(values, headers.redirect());
    }

    /** Of a failure. */
    static HttpHeaders of(HttpFailure failure, String asked) {
        List<Response> seen = failure.redirects();
        String last = seen.isEmpty() ? asked : seen.get(seen.size() - 1).url();
        String url = seen.isEmpty() || failure.url().isEmpty() ? asked : Locations.absolute(last, failure.url());
        Optional<ResponseHead> head =
                failure.phase() == Phase.BODY || failure.phase() == Phase.SINK ? failure.head() : Optional.empty();
        Map<String, String> values = head.map(known -> values(known, url))
                .orElseGet(() -> new LinkedHashMap<>(Map.of(HttpHeaders.URL, url)));
        fail(values, failure.code(), String.valueOf(failure.getMessage()));
        return redirected(values, failure.redirects(), asked, url);
    }

    /** Of what went wrong before there was anything to ask. */
    static HttpHeaders of(int code, String reason, String asked) {
        Map<String, String> values = new LinkedHashMap<>(Map.of(HttpHeaders.URL, asked));
        fail(values, code, reason);
        return HttpHeaders.of(values);
    }

    /** The same response, whose body came to no good end. */
    static HttpHeaders failed(HttpHeaders headers, int code, String reason) {
        Map<String, String> values = new LinkedHashMap<>(headers);
        fail(values, code, reason);
        return redirected(values, headers.redirect());
    }

    private static void fail(Map<String, String> values, int code, String reason) {
        String status = values.put(HttpHeaders.STATUS, Integer.toString(code));
        String phrase = values.put(HttpHeaders.REASON, reason);
        if (status != null) {
            values.put(HttpHeaders.ORIG_STATUS, status);
            values.put(HttpHeaders.ORIG_REASON, phrase);
        }
    }

    private static Map<String, String> values(ResponseHead head, String url) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(HttpHeaders.STATUS, String.format("%03d", head.status()));
        values.put(HttpHeaders.REASON, head.reason());
        values.put(HttpHeaders.HTTP_VERSION, "1." + head.minor());
        values.put(HttpHeaders.URL, url);
        head.headers().forEach((name, value) -> values.merge(name.toLowerCase(Locale.ROOT), value, HeaderMaps::joined));
        values.computeIfPresent(LOCATION, (name, value) -> Locations.absolute(url, value));
        return values;
    }

    private static void addTrailers(Map<String, String> values, Headers trailers) {
        Map<String, String> more = new LinkedHashMap<>();
        trailers.forEach((name, value) -> more.merge(name.toLowerCase(Locale.ROOT), value, HeaderMaps::joined));
        more.keySet().removeAll(NO_TRAILERS);
        more.forEach(values::putIfAbsent);
    }

    private static String joined(String one, String other) {
        return one + "," + other;
    }

    private static HttpHeaders redirected(
            Map<String, String> values, List<Response> redirects, String asked, String url) {
        Optional<HttpResult> before = Optional.empty();
        for (int at = 0; at < redirects.size(); at++) {
            Response response = redirects.get(at);
            Map<String, String> those = values(response.head(), at == 0 ? asked : response.url());
            addTrailers(those, response.trailers());
            // Where it was understood to lead to.
            those.put(
                    LOCATION, at + 1 < redirects.size() ? redirects.get(at + 1).url() : url);
            before = Optional.of(new HttpResult(new HttpData.Body(response.body()), redirected(those, before)));
        }
        return redirected(values, before);
    }

    private static HttpHeaders redirected(Map<String, String> values, Optional<HttpResult> by) {
        HttpHeaders headers = HttpHeaders.of(values);
        return by.map(headers::redirected).orElse(headers);
    }
}
