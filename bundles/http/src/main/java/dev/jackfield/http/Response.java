package dev.jackfield.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A complete response, of whatever status.
 *
 * <p><i>Immutable</i>, as long as nobody writes to the body.
 *
 * @param request what was asked last: after redirects, not what was asked at first
 * @param head status line and fields
 * @param body not copied; of length 0 if there is none, or if it went into a sink
 * @param trailers fields behind a chunked body; never merged into the others (RFC 9110 section 6.5.1)
 * @param redirects the responses that led here, the first one first, each without redirects of its own, and with as much of
 *     its body, as it came, as was read within 64 KiB and a quarter of a second
 * @param ledger what was done to get it
 */
public record Response(
        Request request,
        ResponseHead head,
        byte[] body,
        Headers trailers,
        List<Response> redirects,
        RequestLedger ledger) {
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*(?:\"([^\"]+)\"|([^\\s;\"]+))");

    /** Checks for nulls. */
    public Response {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(trailers, "trailers");
        redirects = List.copyOf(redirects);
        Objects.requireNonNull(ledger, "ledger");
    }

    /**
     * One that came from no client, as tests want it.
     *
     * @param request what was asked
     * @param head status line and fields
     * @param body not copied
     * @param trailers fields behind the body
     * @param redirects the responses that led here
     */
    public Response(Request request, ResponseHead head, byte[] body, Headers trailers, List<Response> redirects) {
        this(request, head, body, trailers, redirects, RequestLedger.NONE);
    }

    /**
     * The URL that this is the response of: after redirects, not the one asked for at first.
     *
     * @return absolute
     */
    public String url() {
        return request.url();
    }

    /**
     * The status code.
     *
     * @return 200 to 999
     */
    public int status() {
        return head.status();
    }

    /**
     * The header fields.
     *
     * @return without the trailers
     */
    public Headers headers() {
        return head.headers();
    }

    /**
     * The body as text, in the charset that Content-Type names, otherwise UTF-8.
     *
     * @return the text; what cannot be decoded is replaced
     */
    public String text() {
        return new String(body, charset());
    }

    private Charset charset() {
        Matcher matcher = CHARSET.matcher(headers().first("content-type").orElse(""));
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Without the query of the URL, for texts end in logs. */
    @Override
    public String toString() {
        return request + " -> " + status() + " " + head.reason();
    }
}
