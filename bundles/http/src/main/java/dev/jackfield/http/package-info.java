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
 * <h2>In OSGi</h2>
 *
 * {@link dev.jackfield.http.HttpClient} is a service; take it with {@code @Reference} and do not close it. Each bundle gets a
 * client of its own, over loops and a panel that all share: with its own connections, limits, readings and, if so
 * configured, cookies. It is the same one however often and in whichever way the bundle takes it, until the bundle has given it back as
 * often, or stops; then its requests end with code 599 and its connections are closed. {@link dev.jackfield.http.Clients} tells of all.
 *
 * <p>Options come from the configuration {@code dev.jackfield.http}, which holds for the clients of all bundles, with the
 * defaults of {@link dev.jackfield.http.ClientOptions}:
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
 *   <li>{@code cookies}: {@code none}; {@code shared} to keep them in the {@link dev.jackfield.cookies.CookieJar} service of
 *       the highest ranking, which may come and go while the client runs; or {@code own} for a {@link
 *       dev.jackfield.cookies.MemoryJar} of each bundle's client, gone with it. {@code false} and {@code true} stand for the
 *       first two. Default: {@code none};
 *   <li>{@code routes}, a list of rules {@code pattern = route}, of which the first that matches holds;
 *   <li>{@code environment}, true if proxies from the {@linkplain dev.jackfield.http.Routes#ofEnvironment environment}
 *       are to be used where none of those matches. Default: false;
 *   <li>{@code route}, where neither says otherwise. Default: {@code plain};
 *   <li>{@code tls}, the link that encrypts for https. Default: {@code tls(high)}.
 * </ul>
 *
 * Nothing of a configuration is shown as a property of the service. A key may have a dot before it, by which OSGi's services
 * say that it is nobody else's business.
 *
 * <p>Numbers are whole, and may be text; {@code environment} and {@code redirect.downgrade} are {@code true} or {@code false}.
 *
 * <p>A change holds for what is done from then on and interrupts nothing. A configuration with a wrong value or an unknown
 * key (those that OSGi itself adds excepted) is refused as a whole, with a warning in the log that tells what is wrong,
 * and in which column of a route. Then the one before stays. If there was none, because the configuration was wrong when
 * this bundle started, clients are there but fail all requests with code 599, and tell why, until the configuration is
 * mended: without it they would go past the proxy that it names.
 *
 * <p>Each configuration of the factory {@code dev.jackfield.http.client} makes one more service, with the property {@link
 * dev.jackfield.http.HttpClient#NAME}, and each bundle that takes it one more client: {@code @Reference(target =
 * "(jackfield.client=backend)")}. The keys are the same, and none of {@code dev.jackfield.http} holds here; besides there is
 * {@code name}, of letters, digits, {@code -}, {@code _} and {@code .}, where it is not what stands behind the {@code ~} of the
 * pid.
 *
 * <ul>
 *   <li>Whoever takes any client gets the one without a name: those with one have a ranking of -1000, and are there only
 *       while it is.
 *   <li>Without a name that is one, there is no such client, with a warning; a client that has one keeps it.
 *   <li>Where several have a name, that which came first is taken, with a warning; when it goes, the next one.
 *   <li>When the configuration is deleted, its clients go as those of a bundle that stops.
 * </ul>
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
 * <p>What a client does can be recorded by the JDK's Flight Recorder, where the JVM has the module {@code jdk.jfr}: {@code
 * dev.jackfield.Request}, one for each request that has ended; {@code dev.jackfield.Connect}, for each connection that came
 * about or did not; {@code dev.jackfield.Swap}, when something else is in use on the panel. A recording has to ask for
 * them, as by {@code -XX:StartFlightRecording:dev.jackfield.Request#enabled=true}; otherwise they cost nothing. They hold no
 * queries, user information, fields or bodies. In OSGi a recording goes on when this bundle is updated or refreshed: the
 * new one's events go into it, too. What the bundle had registered with the recorder goes with it, and keeps no class
 * loader alive.
 *
 * <p>User information of a URL is dropped when a request is made of it, and shown by nothing. A query is its caller's: {@link
 * dev.jackfield.http.Request#url}, {@link dev.jackfield.http.HttpFailure} and {@link dev.jackfield.http.RequestLedger} have it.
 * What is recorded for others has none: what {@code toString} of a request and a response tells, logs, events of the Flight
 * Recorder, {@link dev.jackfield.http.HttpClient#wires}.
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
