package dev.jackfield.http.internal.message;

import dev.jackfield.http.Headers;
import dev.jackfield.http.internal.body.Source;
import dev.jackfield.http.internal.coding.Codings;
import dev.jackfield.http.internal.message.Manner.Keeping;
import dev.jackfield.http.internal.url.Url;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Writes the head of a request. */
final class HeadWriter {
    private static final String ACCEPT_CODING = "accept-encoding";
    private static final String FOR_PROXY = "proxy-authorization";

    private final PreparedRequest request;
    private final Headers fields;
    private final long length;
    private final StringBuilder head = new StringBuilder(256);

    private HeadWriter(PreparedRequest request, long length) {
        this.request = request;
        this.fields = request.headers();
        this.length = length;
    }

    static byte[] encode(PreparedRequest request, String userAgent, RequestForm form, String cookies, long length) {
        HeadWriter writer = new HeadWriter(request, length);
        writer.target(form);
        writer.given(form, cookies);
        writer.added(userAgent, form, cookies);
        writer.connection();
        writer.body();
        return writer.head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void target(RequestForm form) {
        Url url = request.parsedUrl();
        head.append(request.method()).append(' ');
        if (form.toProxy()) {
            head.append("http://").append(url.authority());
        }
        head.append(url.target()).append(" HTTP/1.1\r\n");
        // A proxy goes by the target, and has to replace what is said here (RFC 9112 section 3.2.2).
        field("Host", form.toProxy() ? url.authority() : fields.first("host").orElse(url.authority()));
    }

    private void given(RequestForm form, String cookies) {
        fields.forEach((name, value) -> {
            boolean wanted = !name.equalsIgnoreCase("host")
                    && (form.toProxy() || !name.equalsIgnoreCase(FOR_PROXY))
                    && (length != 0 || !name.equalsIgnoreCase("expect"))
                    && (cookies.isEmpty() || !name.equalsIgnoreCase("cookie"));
            if (wanted) {
                field(name, value);
            }
        });
    }

    private void added(String userAgent, RequestForm form, String cookies) {
        if (!form.authorization().isEmpty() && !fields.has(FOR_PROXY)) {
            field("Proxy-Authorization", form.authorization());
        }
        if (!userAgent.isEmpty() && !fields.has("user-agent") && !request.suppresses("user-agent")) {
            field("User-Agent", userAgent);
        }
        if (request.manner().decoding() && !fields.has(ACCEPT_CODING) && !request.suppresses(ACCEPT_CODING)) {
            field("Accept-Encoding", Codings.ACCEPTED);
        }
        if (!cookies.isEmpty()) {
            // One field only (RFC 6265bis section 5.8.1), and what the caller says before what the jar does.
            StringJoiner all = new StringJoiner("; ");
            fields.all("cookie").forEach(all::add);
            field("Cookie", all.add(cookies).toString());
        }
    }

    /** What is about this connection alone (RFC 9110 section 7.6.1). */
    private void connection() {
        Keeping keeping = request.manner().keeping();
        StringJoiner options = new StringJoiner(", ");
        if (!keeping.persistent()) {
            options.add("close");
        } else if (keeping.announced()) {
            options.add("keep-alive");
        }
        if (fields.has("te")) {
            options.add("TE");
        }
        if (fields.has("upgrade")) {
            options.add("Upgrade");
        }
        if (options.length() > 0) {
            field("Connection", options.toString());
        }
    }

    private void body() {
        if (length == Source.UNKNOWN) {
            field("Transfer-Encoding", "chunked");
        } else if (length > 0 || Methods.expectBody(request.method())) {
            field("Content-Length", Long.toString(length));
        }
        if (!fields.has("content-type") && !request.suppresses("content-type")) {
            request.body().type().ifPresent(type -> field("Content-Type", type));
        }
    }

    private void field(String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
