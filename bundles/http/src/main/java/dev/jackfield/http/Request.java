package dev.jackfield.http;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.http.internal.message.PreparedRequest;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A request to be sent, once or as often as you like.
 *
 * <p>Everything is checked when the request is made, so a request that exists can be sent: nothing in it can break the
 * framing of a message (RFC 9112 section 11.1).
 *
 * <p><i>Immutable</i>, as long as nobody writes to the array given as body.
 */
@ProviderType
public interface Request {

    /**
     * A GET request.
     *
     * @param url absolute, http or https. A fragment is not sent, nor is user information (give a field instead)
     * @return the request
     * @throws IllegalArgumentException if the URL is none, saying why
     */
    static Request get(String url) {
        return of("GET", url);
    }

    /**
     * A HEAD request.
     *
     * @param url absolute, http or https
     * @return the request
     * @throws IllegalArgumentException if the URL is none, saying why
     */
    static Request head(String url) {
        return of("HEAD", url);
    }

    /**
     * A POST request.
     *
     * @param url absolute, http or https
     * @param body sent as it is; not copied
     * @return the request
     * @throws IllegalArgumentException if the URL is none, saying why
     */
    static Request post(String url, byte[] body) {
        return of("POST", url).withBody(body);
    }

    /**
     * A POST request.
     *
     * @param url absolute, http or https
     * @param body what it carries
     * @return the request
     * @throws IllegalArgumentException if the URL is none, saying why
     */
    static Request post(String url, RequestBody body) {
        return of("POST", url).withBody(body);
    }

    /**
     * A request of any method.
     *
     * @param method a token (RFC 9110 section 9.1), case-sensitive; not CONNECT, which is no request but a tunnel
     * @param url absolute, http or https
     * @return the request
     * @throws IllegalArgumentException if the method or the URL is none, saying why
     */
    static Request of(String method, String url) {
        return PreparedRequest.of(method, url);
    }

    /**
     * This request with one more field.
     *
     * <p>Proxy-Authorization goes to a proxy that forwards requests, in place of what its link has, and never to an
     * origin; a Host of your own never to such a proxy, which goes by the URL (RFC 9112 section 3.2.2).
     *
     * <p>Of some fields the client knows what they mean: {@code Expect: 100-continue} holds the body back (RFC 9110 section
     * 10.1.1), TE and Upgrade are announced in Connection as they have to be, Upgrade allows for status 101, which only
     * {@code HttpClient.open} takes, and Cookie stands before what a {@linkplain #withCookies jar} adds.
     *
     * <p>A Host has to be one, with a port or without (RFC 9110 section 7.2), and Expect has one value, {@code
     * 100-continue}.
     *
     * @param name a token; Content-Length and Transfer-Encoding belong to the client, Connection likewise
     * @param value without line breaks and other controls; surrounding blanks are dropped
     * @return a new request
     * @throws IllegalArgumentException if the name or value is none, or belongs to the client
     */
    Request withHeader(String name, String value);

    /**
     * This request without a field: those given before, or one that the client would add (User-Agent).
     *
     * @param name which one; Host cannot be left out
     * @return a new request
     * @throws IllegalArgumentException if the name is Host
     */
    Request withoutHeader(String name);

    /**
     * This request with a body.
     *
     * @param body sent as it is, with its Content-Length; not copied
     * @return a new request
     * @throws IllegalArgumentException if the method is TRACE and the body is not empty
     */
    Request withBody(byte[] body);

    /**
     * This request with a body of any kind.
     *
     * @param body what it carries
     * @return a new request
     * @throws IllegalArgumentException if the method is TRACE and the body is not empty
     */
    Request withBody(RequestBody body);

    /**
     * This request with a body that is held back until the server says it may come (RFC 9110 section 10.1.1), or nothing
     * for {@link Timeouts#proceed()}. Whoever answers at once is not sent it.
     *
     * @return a new request, with the field {@code Expect: 100-continue}
     */
    default Request withExpectContinue() {
        return withoutHeader("Expect").withHeader("Expect", "100-continue");
    }

    /**
     * This request, telling of interim responses (RFC 9110 section 15.2), as 103 with its hints (RFC 8297).
     *
     * @param listener called on a loop for each 1xx but 101; what it throws ends the exchange with code 598
     * @return a new request
     */
    Request withInterim(Consumer<? super ResponseHead> listener);

    /**
     * This request for a body without content coding: gzip and deflate are asked for, unless the request has an
     * Accept-Encoding of its own, and decoded (RFC 9110 section 8.4). The fields of the response stay as they came.
     *
     * @param wanted false for what comes, as it comes, which is the default
     * @return a new request
     */
    Request withDecoding(boolean wanted);

    /**
     * This request with redirects followed by rules of its own.
     *
     * @param rules which are followed
     * @return a new request
     */
    Request withRedirects(Redirects rules);

    /**
     * This request with cookies of a jar of its own.
     *
     * @param jar where they are kept; {@link CookieJar#none()} to leave Cookie and Set-Cookie alone
     * @return a new request
     */
    Request withCookies(CookieJar jar);

    /**
     * This request on a connection that is used by nobody else, before or after, or not: the seed's {@code persistent}.
     *
     * @param wanted false to take no kept connection, ask the server to close it and not keep it either. Default: true
     * @return a new request
     */
    Request withPersistent(boolean wanted);

    /**
     * This request asking for the connection to be kept as HTTP/1.0 does, with {@code Connection: keep-alive}: the seed's
     * {@code keepalive}.
     *
     * @param wanted true to ask. Default: false
     * @return a new request
     */
    Request withKeepAlive(boolean wanted);

    /**
     * This request on connections of a session of its own: the seed's {@code sessionid}.
     *
     * @param id connections are used again, and sessions of TLS resumed, only for requests with an equal one. Default: empty
     * @return a new request
     */
    Request withSession(String id);

    /**
     * This request, sent a second time or not if a kept connection dies before the first octet of an answer although the
     * server may have seen it (RFC 9110 section 9.2.2). Not asked where not one octet of it had been taken.
     *
     * @param wanted Default: true if the method is idempotent and the body can be sent again
     * @return a new request
     */
    Request withRetry(boolean wanted);

    /**
     * This request on sockets that are prepared before they connect: the seed's {@code on_prepare}. Its connections are
     * used again only for requests that bring the same object.
     *
     * @param preparation gets each socket before it connects, on a loop; gives the limit for connecting to that address,
     *     or zero for the usual one
     * @return a new request
     */
    Request withPreparation(Function<? super NetworkChannel, Duration> preparation);

    /**
     * This request with a limit of its own on what a body may be, be it kept in memory or not.
     *
     * @param octets from 0, after decoding
     * @return a new request
     */
    Request withMaxResponse(long octets);

    /**
     * This request with limits on time of its own.
     *
     * @param limits all of them
     * @return a new request
     */
    Request withTimeouts(Timeouts limits);

    /**
     * This request with a limit on inactivity of its own, for each address while connecting, and between any two reads
     * or writes.
     *
     * @param limit more than zero
     * @return a new request
     */
    Request withTimeout(Duration limit);

    /**
     * This request with a limit on the whole of it, the wait for a connection included.
     *
     * @param limit more than zero
     * @return a new request
     */
    Request withDeadline(Duration limit);

    /**
     * This request by way of a route of its own, whatever the client's routes say. What was given before by {@link
     * #withConnector} counts no more, and the other way round.
     *
     * @param route looked up on the panel when a connection is needed
     * @return a new request
     */
    default Request withRoute(Route route) {
        return withRoutes(Routes.of(route));
    }

    /**
     * This request by way of a route of its own, as text.
     *
     * @param route for example {@code plain > socks5(127.0.0.1:1080)}
     * @return a new request
     * @throws dev.jackfield.connector.RouteSyntaxException if the text is no route; it tells the column
     */
    default Request withRoute(String route) {
        return withRoute(Route.parse(route));
    }

    /**
     * This request by way of a route of its own, which for each origin that it is redirected to is chosen anew. What was
     * given before by {@link #withConnector} counts no more, and the other way round.
     *
     * @param routes looked up on the panel when a connection is needed
     * @return a new request
     */
    Request withRoutes(Routes routes);

    /**
     * This request by way of a connector of its own: the seed's {@code tcp_connect} hook. Its connections are kept, too,
     * for requests that bring the same object. To an https origin, TLS goes over them.
     *
     * @param connector a lambda will do
     * @return a new request
     */
    default Request withConnector(Connector connector) {
        return withConnector(connector, Routes.direct());
    }

    /**
     * This request by way of a connector of its own, and of layers over it.
     *
     * @param connector takes the place of the first link of each route
     * @param routes which layers to which origin
     * @return a new request
     */
    Request withConnector(Connector connector, Routes routes);

    /**
     * This request, if it is one for https, with another way to encrypt than {@link ClientOptions#tls()}. Not used over
     * a route that encrypts up to the origin by itself.
     *
     * @param tls names a layer, for example {@code tls(low)}
     * @return a new request
     */
    Request withTls(Link tls);

    /**
     * The method.
     *
     * @return a token
     */
    String method();

    /**
     * Whether sending it twice does what sending it once does (RFC 9110 section 9.2.2), as far as its method tells.
     *
     * @return true if the registry of methods says so
     */
    boolean idempotent();

    /**
     * The URL as given, but without user information, which is kept nowhere.
     *
     * @return absolute, with query and fragment
     */
    String url();

    /**
     * Whom the URL leads to.
     *
     * @return its host, in the one form in which hosts are compared, and its port, which is that of the scheme where there
     *     is none
     */
    HostPort origin();

    /**
     * The fields as given: those that the client adds are not among them.
     *
     * @return in the order in which they were added
     */
    Headers headers();

    /**
     * The body.
     *
     * @return what was given, or {@link RequestBody#none()}
     */
    RequestBody body();
}
