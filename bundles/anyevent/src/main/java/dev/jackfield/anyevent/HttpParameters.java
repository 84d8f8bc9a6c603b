package dev.jackfield.anyevent;

import dev.jackfield.anyevent.internal.http.GivenParameters;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The seed's {@code key => value...} of {@code http_request}, under the seed's names.
 *
 * <pre>{@code
 * HttpParameters.none().withRecurse(2).withHeader("user-agent", "MySearchClient 1.0").withTimeout(30)
 * }</pre>
 *
 * <p>There is no {@code handle_params}: nothing here is made of an AnyEvent::Handle, and sockets are tuned by {@link
 * #withOnPrepare}.
 *
 * <p><i>Immutable</i>, as far as what it is made of is.
 */
@ProviderType
public interface HttpParameters {

    /**
     * No parameters.
     *
     * @return always the same
     */
    static HttpParameters none() {
        return GivenParameters.NONE;
    }

    /**
     * {@code recurse}.
     *
     * @param count how many redirects are followed; a negative one is an error, as in the seed. Default: {@link
     *     HttpSettings#maxRecurse()}
     * @return new parameters
     */
    HttpParameters withRecurse(int count);

    /**
     * One of {@code headers}, in place of what was given under this name, in whatever case. Connection and Content-Length
     * belong to the client and are left out, as in the seed.
     *
     * @param name a token
     * @param value without line breaks; what is none makes the request fail with status 599
     * @return new parameters
     */
    HttpParameters withHeader(String name, String value);

    /**
     * One of {@code headers} with {@code undef}: the field is not sent, even if there is a default for it.
     *
     * @param name which one
     * @return new parameters
     */
    HttpParameters withoutHeader(String name);

    /**
     * {@code timeout}.
     *
     * @param seconds for each stage, not for all of it; 0 for the default, {@link HttpSettings#timeout()}
     * @return new parameters
     * @throws IllegalArgumentException if it is negative, or no number
     */
    HttpParameters withTimeout(double seconds);

    /**
     * {@code proxy}.
     *
     * @param proxy for this request; {@link HttpProxy#NONE}, the seed's {@code undef}, for none, not even the default.
     *     Default: {@link HttpSettings#proxy()}
     * @return new parameters
     */
    HttpParameters withProxy(HttpProxy proxy);

    /**
     * {@code body}.
     *
     * @param octets sent as they are; not copied
     * @return new parameters
     */
    HttpParameters withBody(byte[] octets);

    /**
     * {@code cookie_jar}.
     *
     * @param jar in the form that {@link AnyEventHttp#cookieJarExpire(Map, boolean)} tells, or empty to begin with.
     *     Changed on loops, under its monitor: who looks at it elsewhere while requests are under way holds that, too
     * @return new parameters
     */
    HttpParameters withCookieJar(Map<String, Object> jar);

    /**
     * {@code tls_ctx}.
     *
     * @param profile of the layer {@code tls}: {@code low} verifies nothing, {@code high}, the default, everything, where
     *     the seed has {@code low}; or any other one that is plugged in
     * @return new parameters
     */
    HttpParameters withTlsCtx(String profile);

    /**
     * {@code sessionid}.
     *
     * @param id connections are used again only for requests with the same one
     * @return new parameters
     */
    HttpParameters withSessionid(String id);

    /**
     * {@code on_prepare}. Its connections are used again only for requests that bring the same object.
     *
     * @param callback prepares each socket, and tells for how long its address may be tried
     * @return new parameters
     */
    HttpParameters withOnPrepare(PrepareCallback callback);

    /**
     * {@code tcp_connect}. Its connections are used again only for requests that bring the same object.
     *
     * @param callback makes the connections
     * @return new parameters
     */
    HttpParameters withTcpConnect(TcpConnectFunction callback);

    /**
     * {@code on_header}.
     *
     * @param callback sees the head of the final response; false, or throwing, ends it with status 598
     * @return new parameters
     */
    HttpParameters withOnHeader(Predicate<? super HttpHeaders> callback);

    /**
     * {@code on_body}.
     *
     * @param callback gets each piece of the body of the final response, which is not kept then; false, or throwing, ends
     *     it with status 598
     * @return new parameters
     */
    HttpParameters withOnBody(BiPredicate<? super byte[], ? super HttpHeaders> callback);

    /**
     * {@code want_body_handle}.
     *
     * @param enable whether the completion gets the connection, just behind the head, instead of the body. Where there is
     *     no body it gets an empty one
     * @return new parameters
     */
    HttpParameters withWantBodyHandle(boolean enable);

    /**
     * {@code persistent}.
     *
     * @param value whether a kept connection may be used, and this one kept. Default: whether the method is idempotent
     * @return new parameters
     */
    HttpParameters withPersistent(boolean value);

    /**
     * {@code keepalive}.
     *
     * @param value whether to ask for a connection that is kept as HTTP/1.0 does it. Default: true, but with a proxy
     * @return new parameters
     */
    HttpParameters withKeepalive(boolean value);
}
