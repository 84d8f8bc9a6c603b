package dev.jackfield.http.internal.message;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Link;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.http.Headers;
import dev.jackfield.http.Redirects;
import dev.jackfield.http.Request;
import dev.jackfield.http.RequestBody;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.Routes;
import dev.jackfield.http.Timeouts;
import dev.jackfield.http.internal.body.Source;
import dev.jackfield.http.internal.message.Manner.Affinity;
import dev.jackfield.http.internal.message.Manner.Keeping;
import dev.jackfield.http.internal.message.Wish.Via;
import dev.jackfield.http.internal.url.Shown;
import dev.jackfield.http.internal.url.Url;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A checked request, which remembers its encoded head so that sending it again costs nothing. */
public final class PreparedRequest implements Request {
    private static final Set<String> OWN = Set.of("content-length", "transfer-encoding", "connection");

    private final String method;
    private final String text;
    private final Url url;
    private final Fields fields;
    private final Set<String> suppressed;
    private final RequestBody body;
    private final Manner manner;
    private final Wish wish;
    /** Whether it says Expect: 100-continue. */
    private final boolean expecting;
    /** A race here costs at most a second encoding. */
    private Encoded encoded;

    private record Encoded(String userAgent, RequestForm form, String cookies, long length, byte[] head) {
        boolean isFor(String agent, RequestForm wanted, String line, long octets) {
            return length == octets && userAgent.equals(agent) && form.equals(wanted) && cookies.equals(line);
        }
    }

    private PreparedRequest(
            String method,
            String text,
            Url url,
            Fields fields,
            Set<String> suppressed,
            RequestBody body,
            Manner manner,
            Wish wish) {
        this.method = method;
        this.text = text;
        this.url = url;
        this.fields = fields;
        this.suppressed = suppressed;
        this.body = body;
        this.manner = manner;
        this.wish = wish;
        this.expecting =
                fields.first("expect").filter("100-continue"::equalsIgnoreCase).isPresent();
    }

    /** Checks method and URL. */
    public static PreparedRequest of(String method, String url) {
        Objects.requireNonNull(method, "Expected a method, got null");
        if (!Chars.isToken(method)) {
            throw new IllegalArgumentException(
                    "Expected a method of token characters (RFC 9110 section 9.1), got \"" + method + "\"");
        }
        if (method.equals("CONNECT")) {
            throw new IllegalArgumentException(
                    "Expected a method for a resource, got CONNECT, which asks for a tunnel");
        }
        Url parsed = Url.parse(url);
        return new PreparedRequest(
                method,
                Shown.withoutUser(url),
                parsed,
                Fields.EMPTY,
                Set.of(),
                RequestBody.none(),
                Manner.USUAL,
                Wish.NONE);
    }

    @Override
    public PreparedRequest withHeader(String name, String value) {
        if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("Expected a field that is not part of the framing, got " + name
                    + ", which the client sets itself (RFC 9112 section 6)");
        }
        if (name.equalsIgnoreCase("host") && fields.has("host")) {
            throw new IllegalArgumentException("Expected one Host field, got a second one");
        }
        Fields more = fields.with(name, value);
        KnownFields.check(name, value);
        return copy(more, suppressed, body, manner, wish);
    }

    @Override
    public PreparedRequest withoutHeader(String name) {
        Fields.checkedName(name);
        if (name.equalsIgnoreCase("host")) {
            throw new IllegalArgumentException("Expected a field that may be missing, got Host (RFC 9112 section 3.2)");
        }
        Set<String> more = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        more.addAll(suppressed);
        more.add(name);
        return copy(fields.without(name), more, body, manner, wish);
    }

    @Override
    public PreparedRequest withBody(byte[] newBody) {
        return withBody(RequestBody.of(newBody));
    }

    @Override
    public PreparedRequest withBody(RequestBody newBody) {
        Objects.requireNonNull(newBody, "Expected a body, got null");
        if (!(newBody instanceof Source)) {
            throw new IllegalArgumentException("Expected a body made by RequestBody, got " + newBody.getClass());
        }
        if (method.equals("TRACE") && newBody.length().orElse(1) > 0) {
            throw new IllegalArgumentException("Expected no body with TRACE (RFC 9110 section 9.3.8), got one");
        }
        return copy(fields, suppressed, newBody, manner, wish);
    }

    @Override
    public PreparedRequest withInterim(Consumer<? super ResponseHead> listener) {
        return with(manner.telling(Objects.requireNonNull(listener, "Expected a listener, got null")));
    }

    @Override
    public PreparedRequest withDecoding(boolean wanted) {
        return with(manner.decoding(wanted));
    }

    @Override
    public PreparedRequest withRedirects(Redirects rules) {
        return with(manner.redirected(Objects.requireNonNull(rules, "Expected rules, got null")));
    }

    @Override
    public PreparedRequest withCookies(CookieJar jar) {
        return with(manner.with(Objects.requireNonNull(jar, "Expected a jar, or none(), got null")));
    }

    @Override
    public PreparedRequest withPersistent(boolean wanted) {
        Keeping now = manner.keeping();
        return with(manner.keeping(new Keeping(wanted, now.announced(), now.affinity())));
    }

    @Override
    public PreparedRequest withKeepAlive(boolean wanted) {
        Keeping now = manner.keeping();
        return with(manner.keeping(new Keeping(now.persistent(), wanted, now.affinity())));
    }

    @Override
    public PreparedRequest withSession(String id) {
        Objects.requireNonNull(id, "Expected an id, got null");
        return with(new Affinity(id, manner.keeping().affinity().preparation()));
    }

    @Override
    public PreparedRequest withPreparation(Function<? super NetworkChannel, Duration> preparation) {
        return with(new Affinity(manner.keeping().affinity().session(), Optional.of(preparation)));
    }

    @Override
    public PreparedRequest withRetry(boolean wanted) {
        return with(manner.retrying(wanted));
    }

    @Override
    public PreparedRequest withMaxResponse(long octets) {
        if (octets < 0) {
            throw new IllegalArgumentException("maxResponse: expected at least 0, got " + octets);
        }
        return with(manner.atMost(octets));
    }

    @Override
    public PreparedRequest withTimeouts(Timeouts limits) {
        Objects.requireNonNull(limits, "Expected limits, got null");
        return with(manner.limited(usual -> limits));
    }

    @Override
    public PreparedRequest withTimeout(Duration limit) {
        Duration checked = Spans.positive("timeout", limit);
        return with(manner.limited(usual -> usual.withInactivity(checked)));
    }

    @Override
    public PreparedRequest withDeadline(Duration limit) {
        Duration checked = Spans.positive("deadline", limit);
        return with(manner.limited(usual -> usual.withDeadline(checked)));
    }

    @Override
    public PreparedRequest withRoutes(Routes routes) {
        return copy(
                fields,
                suppressed,
                body,
                manner,
                wish.by(new Via.Along(Objects.requireNonNull(routes, "Expected routes, got null"))));
    }

    @Override
    public PreparedRequest withConnector(Connector own, Routes routes) {
        Via via = new Via.Own(
                Objects.requireNonNull(own, "Expected a connector, got null"),
                Objects.requireNonNull(routes, "Expected routes, got null"));
        return copy(fields, suppressed, body, manner, wish.by(via));
    }

    @Override
    public PreparedRequest withTls(Link tls) {
        return copy(
                fields, suppressed, body, manner, wish.with(Objects.requireNonNull(tls, "Expected a link, got null")));
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public boolean idempotent() {
        return Methods.isIdempotent(method);
    }

    @Override
    public String url() {
        return text;
    }

    @Override
    public Headers headers() {
        return fields;
    }

    @Override
    public RequestBody body() {
        return body;
    }

    @Override
    public HostPort origin() {
        return url.origin().hostPort();
    }

    public Url parsedUrl() {
        return url;
    }

    /** How it wants to be treated. */
    public Manner manner() {
        return manner;
    }

    public Wish wish() {
        return wish;
    }

    /** The URL without user information, for messages. */
    public String shownUrl() {
        return (url.origin().secure() ? "https://" : "http://") + url.authority() + url.target();
    }

    /** Whether it may be sent a second time although it may have been seen (RFC 9110 section 9.2.2). */
    public boolean retryable() {
        return body.repeatable() && manner.retry().orElse(idempotent());
    }

    /**
     * Whether the body waits for a word of the server (RFC 9110 section 10.1.1).
     *
     * @param length as it is sent: without a body there is nothing to wait for
     */
    public boolean holdsBack(long length) {
        return expecting && length != 0;
    }

    /** Whether the client must not add this field. */
    public boolean suppresses(String name) {
        return suppressed.contains(name);
    }

    /**
     * This request as a redirect wants it.
     *
     * @param withBody false to leave the body out
     * @param kept which fields stay, by their names
     */
    public PreparedRequest redirected(Url target, String newMethod, boolean withBody, Predicate<String> kept) {
        return new PreparedRequest(
                newMethod,
                target.shown(),
                target,
                fields.only(kept),
                suppressed,
                withBody ? body : RequestBody.none(),
                manner,
                wish);
    }

    /**
     * The head as it goes onto the wire.
     *
     * @param cookies what a jar adds to the Cookie field; empty for nothing
     * @param length of the body as it is sent, or {@link Source#UNKNOWN}
     */
    public byte[] head(String userAgent, RequestForm form, String cookies, long length) {
        Encoded known = encoded;
        if (known == null || !known.isFor(userAgent, form, cookies, length)) {
            byte[] head = HeadWriter.encode(this, userAgent, form, cookies, length);
            known = new Encoded(userAgent, form, cookies, length, head);
            encoded = known;
        }
        return known.head;
    }

    @Override
    public String toString() {
        return method + " " + url.origin().scheme() + "://" + url.authority() + url.path();
    }

    private PreparedRequest with(Affinity affinity) {
        Keeping now = manner.keeping();
        return with(manner.keeping(new Keeping(now.persistent(), now.announced(), affinity)));
    }

    private PreparedRequest with(Manner newManner) {
        return copy(fields, suppressed, body, newManner, wish);
    }

    private PreparedRequest copy(
            Fields newFields, Set<String> newSuppressed, RequestBody newBody, Manner newManner, Wish newWish) {
        return new PreparedRequest(method, text, url, newFields, newSuppressed, newBody, newManner, newWish);
    }
}
