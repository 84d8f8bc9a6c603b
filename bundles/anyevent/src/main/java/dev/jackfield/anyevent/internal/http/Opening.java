package dev.jackfield.anyevent.internal.http;

import dev.jackfield.anyevent.HttpData;
import dev.jackfield.anyevent.HttpHeaders;
import dev.jackfield.http.Handover;
import dev.jackfield.http.Phase;

/** {@code want_body_handle}. */
final class Opening {
    private Opening() {}

    /** The head is here, and the connection behind it. */
    static void opened(Handover handover, GivenParameters given, Telling telling) {
        HttpHeaders headers = HeaderMaps.of(handover.head(), handover.request(), handover.redirects(), telling.url());
        String refusal = "";
        try {
            boolean wanted = telling.over()
                    || given.get(GivenParameters.ON_HEADER)
                            .map(callback -> callback.test(headers))
                            .orElse(true);
            refusal = wanted ? "" : "Request cancelled by on_header";
        } catch (RuntimeException | Error e) {
            refusal = "Request cancelled by on_header, which failed: " + e;
        }
        if (!refusal.isEmpty()) {
            handover.wire().close();
            telling.fail(HeaderMaps.failed(headers, Phase.SINK.code(), refusal));
        } else if (hasBody(handover)) {
            telling.tell(new HttpData.Handle(handover.wire()), headers);
        } else {
            handover.wire().close();
            telling.tell(new HttpData.Body(new byte[0]), headers);
        }
    }

    /** RFC 9112 section 6.3. What follows 101 is whatever was agreed upon. */
    private static boolean hasBody(Handover handover) {
        int status = handover.head().status();
        boolean none = handover.request().method().equals("HEAD") || status == 204 || status == 304;
        boolean empty = !handover.head().headers().has("transfer-encoding")
                && handover.head()
                        .headers()
                        .first("content-length")
                        .filter(length -> length.matches("0+"))
                        .isPresent();
        return status == 101 || !none && !empty;
    }
}
