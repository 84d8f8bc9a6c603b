/**
 * The plug board: how connections are made, and by whom.
 *
 * <p>This package has two kinds of readers.
 *
 * <h2>You want connections</h2>
 *
 * Ask the {@link dev.jackfield.connector.Panel} for what is plugged in under a name, and let it connect:
 *
 * <pre>{@code
 * loop.execute(() -> {
 *     Dial dial = Dial.on(loop);
 *     panel.connector("plain").orElseThrow().plugged()
 *             .connect(HostPort.of("127.0.0.1", 80), dial)
 *             .whenComplete((wire, error) -> ...);          // on the loop
 *     // dial.cancel() calls it off, from any thread
 * });
 * }</pre>
 *
 * A {@link dev.jackfield.connector.Wire} is a connected, non-blocking stream of bytes that belongs to one loop for
 * life. {@link dev.jackfield.connector.Wires} has the few loops over reads and writes that everybody needs.
 *
 * How to get somewhere is a {@link dev.jackfield.connector.Route}: text or data, looked up on the panel each time.
 *
 * <pre>{@code
 * Route route = Route.parse("plain > socks5(user:secret@127.0.0.1:1080) > tls(high)");
 * panel.connector(route).connect(HostPort.of("origin.example", 443), dial);   // the name travels to the proxy
 * }</pre>
 *
 * <h2>You make connections</h2>
 *
 * Implement {@link dev.jackfield.connector.Connector}, or {@link dev.jackfield.connector.Layer} for a handshake or a
 * wrapping over somebody else's wire, and offer it under a name:
 *
 * <ul>
 *   <li>in OSGi as a service with the property {@code jackfield.name}, for example by {@code @Component} and {@link
 *       dev.jackfield.connector.JackfieldName}; the highest {@code service.ranking} of a name is plugged in;
 *   <li>on the module path as a {@link java.util.ServiceLoader} provider whose class carries {@link
 *       dev.jackfield.connector.JackfieldName};
 *   <li>in code by {@link dev.jackfield.connector.Panel#plug}, a lambda will do.
 * </ul>
 *
 * The rules, which the contract tests of the test kit check one by one:
 *
 * <ol>
 *   <li>{@code connect} and {@code over} are called on {@code attempt.loop()}. Complete the stage on that loop, and
 *       never before the call has returned.
 *   <li>Nothing blocks: not on names, not on handshakes, not on locks.
 *   <li>Complete exactly once. If it fails, nothing stays open: a layer closes the wire it was given, too.
 *   <li>When the attempt is cancelled ({@link dev.jackfield.connector.Attempt#whenCancelled}) let go of everything at
 *       once. The stage need not complete then. A wire that arrives later is closed by whoever made it.
 *   <li>After the stage has completed, cancelling has no effect on the wire.
 *   <li>Call {@link dev.jackfield.connector.Attempt#prepare} with every socket before it is connected, and keep to the
 *       time limit it returns for that address.
 *   <li>A connector offers every wire to {@link dev.jackfield.connector.Attempt#accepts} before completing with it; if it
 *       is refused, it closes it and tries the next address, if there is one. In a chain that is the business of the
 *       first link, which has addresses to choose from; layers do not ask again.
 *   <li>A wire reads no more than it is asked for. That is why a handshake can hand the same wire on: nothing beyond
 *       its own bytes has been taken.
 *   <li>The end of the stream is not truncation. A wire that can tell the two apart (TLS without close_notify) throws
 *       from {@code read}; one that cannot returns -1.
 *   <li>Waiters run at most once for each time they are set, on the wire's loop, never inside the call that sets
 *       them, and not after {@code close}.
 *   <li>A layer asks for the {@code target} it is given, and looks no name up: whoever is on the other side of the wire
 *       does. Where its own proxy is, the route knows. Only what stands in the brackets of its link besides is its own
 *       business ({@link dev.jackfield.connector.Layer#configured}); passwords are never shown.
 * </ol>
 *
 * <h2>Swapping while running</h2>
 *
 * Each time another service gets plugged in under a name, the {@link dev.jackfield.connector.Plug} has a new
 * generation. Who keeps wires, as the HTTP client's pool does, keeps the generation with them: the next connect uses
 * the new plug, idle wires of the old one are closed, busy ones finish and are not kept. Nothing that is under way is
 * interrupted.
 */
@Export
@Version("1.0.0")
package dev.jackfield.connector;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
