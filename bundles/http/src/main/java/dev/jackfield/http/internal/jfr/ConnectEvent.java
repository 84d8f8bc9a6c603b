package dev.jackfield.http.internal.jfr;

import dev.jackfield.http.internal.ledger.Wiring;
import dev.jackfield.http.internal.url.Shown;
import dev.jackfield.http.internal.url.Url.Origin;

/** {@code dev.jackfield.Connect}: one for each connection, when it came about, or did not. */
final class ConnectEvent {
    private static final Recorder EVENTS = new Recorder(
            "Connect",
            "HTTP connect",
            "A connection of an HTTP client that came about, failed or was called off",
            new Recorder.Fields()
                    .text("target", "Scheme, host and port of the origin")
                    .text("route", "By which way, without passwords")
                    .text("outcome", "What went wrong; empty if nothing")
                    .text("address", "Whom the wire leads to: a proxy, if there is one")
                    .span("took", "How long it took"));

    private ConnectEvent() {}

    static void ended(Origin origin, Wiring wiring, long now, String outcome) {
        if (EVENTS.on()) {
            EVENTS.tell(
                    origin.scheme() + "://" + origin.hostPort(),
                    wiring.route().toString(),
                    Shown.withoutQueries(outcome),
                    wiring.peer().map(Object::toString).orElse(""),
                    now - wiring.begin());
        }
    }
}
