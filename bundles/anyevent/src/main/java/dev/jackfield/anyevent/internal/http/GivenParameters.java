package dev.jackfield.anyevent.internal.http;

import dev.jackfield.anyevent.HttpHeaders;
import dev.jackfield.anyevent.HttpParameters;
import dev.jackfield.anyevent.HttpProxy;
import dev.jackfield.anyevent.PrepareCallback;
import dev.jackfield.anyevent.TcpConnectFunction;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Those parameters that were given, by their names. <i>Immutable.</i> */
public final class GivenParameters implements HttpParameters {
    /** None of them. */
    public static final GivenParameters NONE = new GivenParameters(Map.of(), Map.of());

    static final Name<Integer> RECURSE = new Name<>("recurse");
    static final Name<Double> TIMEOUT = new Name<>("timeout");
    static final Name<HttpProxy> PROXY = new Name<>("proxy");
    static final Name<byte[]> BODY = new Name<>("body");
    static final Name<Map<String, Object>> COOKIE_JAR = new Name<>("cookie_jar");
    static final Name<String> TLS_CTX = new Name<>("tls_ctx");
    static final Name<String> SESSIONID = new Name<>("sessionid");
    static final Name<PrepareCallback> ON_PREPARE = new Name<>("on_prepare");
    static final Name<TcpConnectFunction> TCP_CONNECT = new Name<>("tcp_connect");
    static final Name<Predicate<? super HttpHeaders>> ON_HEADER = new Name<>("on_header");
    static final Name<BiPredicate<? super byte[], ? super HttpHeaders>> ON_BODY = new Name<>("on_body");
    static final Name<Boolean> WANT_BODY_HANDLE = new Name<>("want_body_handle");
    static final Name<Boolean> PERSISTENT = new Name<>("persistent");
    static final Name<Boolean> KEEPALIVE = new Name<>("keepalive");

    private final Map<Name<?>, Object> given;
    /** By their names in lower case; what is suppressed has nothing. */
    private final Map<String, Optional<String>> headers;

    /** What goes by a name of the seed is of this type. */
    record Name<T>(String text) {}

    private GivenParameters(Map<Name<?>, Object> given, Map<String, Optional<String>> headers) {
        this.given = given;
        this.headers = headers;
    }

    /** What was given by a name. */
    @SuppressWarnings("unchecked")
    <T> Optional<T> get(Name<T> name) {
        return Optional.ofNullable((T) given.get(name));
    }

    /** In the order in which they were given. */
    Map<String, Optional<String>> headers() {
        return headers;
    }

    @Override
    public HttpParameters withRecurse(int count) {
        return with(RECURSE, count);
    }

    @Override
    public HttpParameters withHeader(String name, String value) {
        return with(name, Optional.of(value));
    }

    @Override
    public HttpParameters withoutHeader(String name) {
        return with(name, Optional.empty());
    }

    @Override
    public HttpParameters withTimeout(double seconds) {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("timeout: expected 0 or more seconds, got " + seconds);
        }
        return with(TIMEOUT, seconds);
    }

    @Override
    public HttpParameters withProxy(HttpProxy proxy) {
        return with(PROXY, proxy);
    }

    @Override
    public HttpParameters withBody(byte[] octets) {
        return with(BODY, octets);
    }

    @Override
    public HttpParameters withCookieJar(Map<String, Object> jar) {
        return with(COOKIE_JAR, jar);
    }

    @Override
    public HttpParameters withTlsCtx(String profile) {
        return with(TLS_CTX, profile);
    }

    @Override
    public HttpParameters withSessionid(String id) {
        return with(SESSIONID, id);
    }

    @Override
    public HttpParameters withOnPrepare(PrepareCallback callback) {
        return with(ON_PREPARE, callback);
    }

    @Override
    public HttpParameters withTcpConnect(TcpConnectFunction callback) {
        return with(TCP_CONNECT, callback);
    }

    @Override
    public HttpParameters withOnHeader(Predicate<? super HttpHeaders> callback) {
        return with(ON_HEADER, callback);
    }

    @Override
    public HttpParameters withOnBody(BiPredicate<? super byte[], ? super HttpHeaders> callback) {
        return with(ON_BODY, callback);
    }

    @Override
    public HttpParameters withWantBodyHandle(boolean enable) {
        return with(WANT_BODY_HANDLE, enable);
    }

    @Override
    public HttpParameters withPersistent(boolean value) {
        return with(PERSISTENT, value);
    }

    @Override
    public HttpParameters withKeepalive(boolean value) {
        return with(KEEPALIVE, value);
    }

    /** The names only: values may be secrets. */
    @Override
    public String toString() {
        return "parameters " + given.keySet().stream().map(Name::text).sorted().toList() + ", headers "
                + headers.keySet();
    }

    private <T> GivenParameters with(Name<T> name, T value) {
        Map<Name<?>, Object> more = new LinkedHashMap<>(given);
        more.put(name, Objects.requireNonNull(value, name.text()));
        return new GivenParameters(more, headers);
    }

    private GivenParameters with(String header, Optional<String> value) {
        Map<String, Optional<String>> more = new LinkedHashMap<>(headers);
        more.put(header.toLowerCase(Locale.ROOT), value);
        return new GivenParameters(given, more);
    }
}
