package dev.jackfield.itest.parity.families.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Requests without what may differ. Besides what {@code vectors/README.md} names (order and capitals of fields, the
 * default User-Agent and Referer) that is what {@code behaviour.md} says to do otherwise whatever the request: see there
 * 4.4, 5.4 and 16.5.
 */
final class Normalised {
    private static final String MOZILLA = "Mozilla/5.0 (compatible; U; AnyEvent-HTTP/";
    private static final String OURS = "Jackfield/";

    private Normalised() {}

    /**
     * Of one request.
     *
     * @param given names of the fields that the caller gave, in lower case
     */
    static HttpMessage of(HttpMessage request, Set<String> given) {
        boolean tunnel = request.line().startsWith("CONNECT ");
        Map<String, List<String>> headers = new TreeMap<>(request.headers());
        if (!given.contains("referer")) {
            headers.remove("referer");
        }
        if (request.header("user-agent").startsWith(MOZILLA)
                || request.header("user-agent").startsWith(OURS)) {
            headers.remove("user-agent");
        }
        connection(request, headers);
        // 16.5: the original has cookies in any order.
        headers.computeIfPresent("cookie", (name, values) -> sorted(request.header(name)));
        headers.computeIfPresent(
                "te", (name, values) -> List.of(request.header(name).toLowerCase(Locale.ROOT)));
        // 4.4: the port of the scheme is not written, whatever the URL has.
        headers.computeIfPresent("host", (name, values) -> List.of(withoutUsualPort(request.header(name))));
        // 4.4: without content only POST, PUT and PATCH tell its length.
        if (request.header("content-length").equals("0") && !request.line().matches("(POST|PUT|PATCH) .*")) {
            headers.remove("content-length");
        }
        // 5.4: CONNECT is said by HTTP/1.1, which wants a Host.
        if (tunnel) {
            headers.remove("host");
        }
        String line = tunnel ? request.line().replace(" HTTP/1.0", " HTTP/1.1") : request.line();
        return new HttpMessage(line, headers, request.body());
    }

    /** 4.4: TE is listed only if it is sent. */
    private static void connection(HttpMessage request, Map<String, List<String>> headers) {
        Set<String> options = new TreeSet<>();
        for (String option : request.header("connection").split(",")) {
            options.add(option.strip().toLowerCase(Locale.ROOT));
        }
        options.remove("");
        if (!request.has("te")) {
            options.remove("te");
        }
        headers.remove("connection");
        if (!options.isEmpty()) {
            headers.put("connection", List.copyOf(options));
        }
    }

    private static List<String> sorted(String cookies) {
        return Stream.of(cookies.split("; ")).sorted().toList();
    }

    private static String withoutUsualPort(String host) {
        return host.replaceFirst(":0*(80|443)$", "");
    }
}
