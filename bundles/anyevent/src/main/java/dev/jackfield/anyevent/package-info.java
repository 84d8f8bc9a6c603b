/**
 * The functions of AnyEvent::Socket and AnyEvent::HTTP under their own names, for people who port code: the seed's order
 * of arguments, the seed's results, Java's spelling. Everything is done by the other bundles; new code is better off with
 * those.
 *
 * <pre>{@code
 * try (AnyEvent ae = AnyEvent.open()) {
 *     Guard server = ae.tcpServer("127.0.0.1", "0", (fh, host, port) -> fh.close(), (fh, host, port) -> 0);
 *     ae.tcpConnect("localhost", "ssh", connection -> {
 *         Connected up = connection.orThrow();                // "or die"
 *         System.out.println(up.host() + ":" + up.port());
 *     });
 *     ae.httpGet("http://www.example.com/", HttpParameters.none().withTimeout(30), (body, hdr) -> {
 *         if (hdr.status() == 200) {
 *             System.out.println(hdr.get("content-type") + ": " + body.text());
 *         }
 *     });
 * }
 * }</pre>
 *
 * What the seed writes as {@code undef} is an empty text among the arguments, and an empty {@link java.util.Optional} or
 * list among the results. Binary addresses are arrays of 4 or 16 octets; the two octets of {@link
 * dev.jackfield.anyevent.AnyEvent#UNIX} stand for UNIX domain sockets. A file handle is a {@link
 * dev.jackfield.connector.Wire}, or, before it is connected, a {@link java.nio.channels.NetworkChannel}. A guard works
 * when it is closed, never when it is forgotten.
 *
 * <p>What differs from the seed's HTTP: https servers are verified unless the request says {@code tls_ctx => "low"}; no
 * Referer is sent, and the User-Agent is Jackfield's; credentials stay at the origin that they were given for, and what
 * https redirects to http is not followed; trailers do not replace fields of the head; {@code 590} to {@code 599} are told
 * later, as everything else is; cookies keep to RFC 6265bis.
 *
 * <p>Callbacks run on a loop and must not block. None runs inside the function that it was given to, so called on a loop a
 * function has always returned before; a thread of its own may see the callback run while the function returns. Those that
 * prepare a listening socket, and the one of {@code tcp_bind}, are the exception, as in the seed: they have run when the
 * function returns.
 */
@Export
@Version("1.0.0")
package dev.jackfield.anyevent;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
