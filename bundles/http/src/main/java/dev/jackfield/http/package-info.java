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
 * In OSGi, {@link dev.jackfield.http.HttpClient} is a service; take it with {@code @Reference} and do not close it. Its
 * options come from the configuration {@code dev.jackfield.http}, with the defaults of {@link
 * dev.jackfield.http.ClientOptions}: {@code timeout}, {@code idle} and {@code plug.wait} in seconds, {@code
 * max.per.host}, {@code max.head}, {@code max.fields}, {@code max.interim}, {@code max.body}, {@code user.agent} and
 * {@code connector}. A change holds for what is done from then on and interrupts nothing; a configuration with a wrong
 * value is refused as a whole, with a warning in the log.
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
 * <p>Callbacks run on a loop and must not block. A thread of yours that blocks on a future is fine, a virtual one
 * included.
 */
@Export
@Version("1.0.0")
package dev.jackfield.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
