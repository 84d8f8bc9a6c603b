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
 *       dev.jackfield.connector.JackfieldName}; one that makes no sense, or cannot be made, is said so in the log and left out;
 *   <li>in code by {@link dev.jackfield.connector.Panel#plug}, a lambda will do.
 * </ul>
 *
 * A connector that leaves the work to another one asks {@link dev.jackfield.connector.Panel#below} for it, in OSGi of a
 * reference to the panel, elsewhere by {@link dev.jackfield.connector.Connector#provided}: so it is looked up for each
 * connection as the link of a route is, and never is the connector itself. A second dial of its own is {@linkplain
 * dev.jackfield.connector.Dial#within(dev.jackfield.connector.Attempt) within} the attempt it was given. One that looks
 * another up on the panel by itself says so by {@link dev.jackfield.connector.Dial#within(dev.jackfield.connector.Attempt,
 * dev.jackfield.connector.Link, dev.jackfield.address.HostPort, dev.jackfield.connector.Plug)}: then the ledger of a request
 * tells by whom it was done, and whoever is led back to itself fails at once, with the names of all who are in the circle.
 * Other circles end after {@value dev.jackfield.connector.Dial#MAX_DEPTH} dials within each other.
 *
 * <p>Whoever remembers something of connections that the other side could know again, as TLS does its sessions, keeps it by
 * {@link dev.jackfield.connector.Attempt#affinity}: else one caller's visits by several routes or sessions would be told to
 * be of one.
 *
 * <p>The rules, which the contract tests of the test kit check one by one. One thing they cannot see: a name that a layer looks
 * up by other means than the JDK's.
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
 *       them, nor inside {@code close}. Closing runs those that wait, and whoever waits later runs, too: reading and writing
 *       throw then. So whoever uses a wire that somebody closes beneath hears of it.
 *   <li>A layer asks for the {@code target} it is given, and looks no name up: whoever is on the other side of the wire
 *       does. Where its own proxy is, the route knows. Only what stands in the brackets of its link besides is its own
 *       business ({@link dev.jackfield.connector.Layer#configured}); passwords are never shown.
 * </ol>
 *
 * <h2>Swapping while running</h2>
 *
 * What is plugged in may change at any time, as often as anybody likes. This is what all may rely on: those who plug in,
 * those who operate, and those who only want connections. Where wires are kept, the HTTP client's pool is meant, and
 * whoever else keeps some does well to do the same.
 *
 * <p><b>The whiteboard.</b> These properties of a service of the type {@link dev.jackfield.connector.Connector} or {@link
 * dev.jackfield.connector.Layer} say where it is plugged in; {@link dev.jackfield.connector.Panel#plug} takes the same.
 *
 * <ol>
 *   <li>{@value dev.jackfield.connector.Connector#NAME}, by {@link dev.jackfield.connector.JackfieldName}: under which name.
 *       Services without it are none of the panel's. A connector and a layer of one name do not meet.
 *   <li>{@code service.ranking}: of those under a name that serve a target, the highest is in use; of equals the service with
 *       the lowest id; then, in their order, what code and the service loader have plugged in.
 *   <li>{@value dev.jackfield.connector.Connector#HOSTS}, by {@link dev.jackfield.connector.JackfieldHosts}: for which targets
 *       only. The target is the one that the link of the route has to reach: for all but the last hop that is the next
 *       proxy.
 *   <li>A name or hosts that make no sense are said so in the log, and so is a {@linkplain
 *       dev.jackfield.connector.Connector#watch watch} that fails. The service is not plugged in until its properties change
 *       again.
 * </ol>
 *
 * <p><b>Generations.</b> Whatever is plugged in has one, which is never given again on that panel.
 *
 * <ol start="5">
 *   <li>There is a new one for what arrives; for what changes its name, ranking or hosts; for a layer that says it {@linkplain
 *       dev.jackfield.connector.Layer#watch changed}; and for what an operator {@linkplain
 *       dev.jackfield.connector.Panel#putBack puts back}.
 *   <li>It stays the same when other properties change; when something of a higher ranking arrives, and departs again; and
 *       when it is {@linkplain dev.jackfield.connector.Panel#pull pulled}.
 *   <li>Who arrives is in use from then on, if nothing ranks higher; who departs is in use no more, and what ranks next
 *       takes its place. Looking up and changing never wait for each other.
 *   <li>A modification is an arrival and then a departure: at no moment is nothing plugged in. The update of a bundle is a
 *       departure and then an arrival, with a gap between them unless something ranks next.
 *   <li>Who {@linkplain dev.jackfield.connector.Panel#watch watches} is told of each change of what is in use for anybody, after
 *       it was made, and after those that are over it have changed with it; and of nothing else, except that hosts are compared as they are written: behind one for {@code
 *       *.test}, one for {@code a.test} counts as in use, but not another one for {@code *.test}.
 * </ol>
 *
 * <p><b>Connections.</b> One is current as long as each plug of its {@link dev.jackfield.connector.Patch} is the one in use
 * for its target.
 *
 * <ol start="10">
 *   <li>Each connect looks its route up. While nothing is plugged in under one of its names, the call waits for that, up to
 *       {@code ClientOptions.plugWait} (2 s), and fails then with an {@link
 *       dev.jackfield.connector.UnpluggedException}. A call that waits for a slot looks up when its turn has come.
 *   <li>A kept wire serves another exchange only if it is current. One that is idle is closed as soon as it is not.
 *   <li>One that is busy goes on, and is closed after its exchange: it drains. By default that may take as long as it
 *       takes; {@code Pooling.drain} is a limit, after which the exchange fails in the phase it is in and is not sent again.
 *       One that is current again before that is like any other.
 *   <li>A wire that was handed over ({@code HttpClient.open}) is its owner's, whatever is plugged in.
 *   <li>A connect that is under way goes on, for it may be about to succeed, but by what is not in use it gets no more than
 *       {@code ClientOptions.plugWait} from that moment. Then it is {@linkplain
 *       dev.jackfield.connector.Attempt#whenCancelled called off}, and the call connects anew by what is in use now; so it does
 *       at once if it fails by what is not in use, as code of a bundle that was updated may, or for want of anything plugged in
 *       below it; but no more than 16 times, and
 *       from the fourth connect begun anew on after a rest of 1 ms that doubles up to 100 ms. The call's own limits hold over
 *       all of it: what an earlier connect had got through already is no activity. Nothing of the request has been sent.
 *   <li>A wire that such a connect brings in time serves the call that asked for it, which was made in good faith, and drains.
 *       One that comes later is closed.
 *   <li>So no swap loses a request or sends one twice, and without {@code Pooling.drain} none ends an exchange.
 * </ol>
 */
@Export
@Version("1.0.0")
package dev.jackfield.connector;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
