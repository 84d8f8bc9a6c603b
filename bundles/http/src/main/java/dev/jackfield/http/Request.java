package dev.jackfield.http;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import dev.jackfield.http.internal.message.PreparedRequest;
import java.time.Duration;
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
    Request withRoute(Route route);

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
     * This request by way of a connector of its own: the seed's {@code tcp_connect} hook. Its connections are kept, too,
     * for requests that bring the same object. To an https origin, TLS goes over them.
     *
     * @param connector a lambda will do
     * @return a new request
     */
    Request withConnector(Connector connector);

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
     * The URL as given.
     *
     * @return absolute
     */
    String url();

    /**
     * The fields as given: those that the client adds are not among them.
     *
     * @return in the order in which they were added
     */
    Headers headers();

    /**
     * The body.
     *
     * @return the very array that was given; of length 0 if there is none
     */
    byte[] body();
}
