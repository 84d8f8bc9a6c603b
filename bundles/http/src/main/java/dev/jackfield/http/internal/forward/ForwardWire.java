package dev.jackfield.http.internal.forward;

import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Wire;

/**
 * A wire that leads to a proxy, who is to be asked in this way. The mark is the wire itself and not looked for beneath
 * others: what is said through a tunnel or over TLS is not said to this proxy.
 */
record ForwardWire(Wire below, Addressing addressing) implements ForwardingWire {}
