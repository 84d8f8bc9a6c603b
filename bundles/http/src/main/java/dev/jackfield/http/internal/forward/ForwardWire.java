package dev.jackfield.http.internal.forward;

import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.internal.message.RequestForm;

/**
 * A wire that leads to a proxy, who is to be asked in this form. The mark is the wire itself and not looked for beneath
 * others: what is said through a tunnel or over TLS is not said to this proxy.
 */
public record ForwardWire(Wire below, RequestForm form) implements ForwardingWire {

    /** How requests for http URLs are to be written onto a wire. */
    public static RequestForm formFor(Wire wire) {
        return wire instanceof ForwardWire forward ? forward.form : RequestForm.ORIGIN;
    }
}
