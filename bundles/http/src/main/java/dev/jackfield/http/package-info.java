/**
 * The HTTP client: requests in, responses out, over whatever is plugged in.
 *
 * <pre>{@code
 * try (HttpClient client = HttpClient.create()) {
 *     Response response = client.get("http://127.0.0.1:8080/").join();
 *     System.out.println(response.status() + " " + response.text());
 * }
 * }</pre>
 *
 * A request goes along a {@link dev.jackfield.connector.Route}: its own, or that which {@link
 * dev.jackfield.http.Routes} of the client choose by its URL. Over it goes TLS, if the URL is one of https and the route
 * does not encrypt by itself.
 *
 * <pre>{@code
 * client.send(Request.get("https://origin.example/").withRoute("plain > socks5(user:secret@127.0.0.1:1080)"));
 * ClientOptions.defaults().withRoutes(Routes.parse("*.near.example = plain\n* = plain > connect(proxy.example:3128)"));
 * ClientOptions.defaults().withRoutes(Routes.ofEnvironment(System.getenv()));
 * }</pre>
 *
 * <p>This bundle plugs in the layer {@code forward(host:port)}: an HTTP proxy that is asked for http URLs as a whole (RFC
 * 9112 section 3.2.2). Credentials of the link are sent by Basic (RFC 7617) at once, and by Digest (RFC 7616) where the proxy
 * asks for that; then the request is sent again, if its body can be.
 *
 * <p>In OSGi, {@link dev.jackfield.http.HttpClient} is a service; take it with {@code @Reference} and do not close it. Its
 * options come from the configuration {@code dev.jackfield.http}, with the defaults of {@link
 * dev.jackfield.http.ClientOptions}:
 *
 * <ul>
 *   <li>{@code timeout}, {@code timeout.connect}, {@code timeout.acquire}, {@code deadline}, {@code idle}, {@code max.age},
 *       {@code drain} and {@code plug.wait} in seconds, where 0 is no limit for all but {@code timeout} and {@code idle}, and
 *       no wait for {@code plug.wait};
 *   <li>{@code unchecked} in milliseconds ({@link dev.jackfield.http.Pooling#unchecked}), 0 to look always;
 *   <li>{@code max.per.host}, {@code max.head}, {@code max.fields}, {@code max.interim}, {@code max.body}, {@code
 *       max.response}, {@code max.ratio} and {@code user.agent};
 *   <li>{@code max.redirects}, how many are followed in a row, 0 for none; {@code redirect.downgrade}, true if also from https
 *       to http;
 *   <li>{@code cookies}, true to keep them in the {@link dev.jackfield.cookies.CookieJar} service of the highest ranking,
 *       which may come and go while the client runs. Default: false, for no cookies;
 *   <li>{@code routes}, a list of rules {@code pattern = route}, of which the first that matches holds;
 *   <li>{@code environment}, true if proxies from the {@linkplain dev.jackfield.http.Routes#ofEnvironment environment}
 *       are to be used where none of those matches. Default: false;
 *   <li>{@code route}, where neither says otherwise. Default: {@code plain};
 *   <li>{@code tls}, the link that encrypts for https. Default: {@code tls(high)}.
 * </ul>
 *
 * What OSGi is configured with it shows to everybody as properties of the service, but for keys with a dot before them:
 * write {@code .route} and {@code .routes} where there is a password in them.
 *
 * <p>Numbers are whole, and may be text; {@code environment}, {@code cookies} and {@code redirect.downgrade} are {@code true} or
 * {@code false}.
 *
 * <p>A change holds for what is done from then on and interrupts nothing. A configuration with a wrong value or an unknown
 * key (those that OSGi itself adds excepted) is refused as a whole, with a warning in the log that tells what is wrong,
 * and in which column of a route. Then the one before stays. If there was none, because the configuration was wrong when
 * the client started, the client is there but fails all requests with code 599, and tells why, until the configuration is
 * mended: without it they would go past the proxy that it names.
 *
 * <p>Whatever goes wrong on the way is a {@link dev.jackfield.http.HttpFailure} with a code from 595 to 599 and the
 * {@link dev.jackfield.http.Phase} in which it happened. A response of the server, of any status, is not a failure.
 *
 * <p>HTTP proxies are layers of a {@link dev.jackfield.connector.Route} (RFC 9110 section 9.3.6): {@code plain >
 * connect(user:secret@proxy.example:3128) > tls(high)}. A proxy that refuses is a {@link dev.jackfield.http.ProxyRefused}.
 * Two are plugged in:
 *
 * <ul>
 *   <li>{@code connect} sends credentials by Basic at once, as many proxies close the connection when they ask for some,
 *       and by Digest where a proxy has asked for that;
 *   <li>{@code connect-digest} sends them by Digest only, so that the password itself never leaves. With a proxy that
 *       closes the connection when it asks, the first attempt fails, and the next succeeds.
 * </ul>
 *
 * <p>{@link dev.jackfield.http.Download} fetches a file, and fetches on what was cut.
 *
 * <p>Callbacks run on a loop and must not block. A thread of yours that blocks on a future is fine, a virtual one
 * included.
 */
@Export
@Version("1.0.0")
package dev.jackfield.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
