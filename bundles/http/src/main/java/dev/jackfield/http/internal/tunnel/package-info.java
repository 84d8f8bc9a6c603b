/**
 * HTTP CONNECT as a layer: asks a proxy for a tunnel to the target (RFC 9110 section 9.3.6).
 *
 * <p>{@code Tunnel} is the state machine, {@code Tunnelling} drives it over a wire.
 *
 * <p>The head of the answer is read exactly: never more octets at once than have still to come at least, which costs about
 * one read for two octets. So whatever comes behind it is still on the wire. Where the target may be the first to speak
 * (SMTP, SSH), it belongs to the target. Where it is known that the client is ({@link
 * dev.jackfield.connector.Wires#clientBegins}), octets that have come already are an error: nobody can have sent them but
 * the proxy, be it a body that a 2xx must not have, or worse. Those that come later are for the layer above to judge.
 */
package dev.jackfield.http.internal.tunnel;
