package dev.jackfield.shell.internal.tap;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Hop;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.shell.internal.tap.Itinerary.Place;
import java.util.concurrent.CompletionStage;

/** A first link with a tap on its wires. <i>Thread-safe.</i> */
record TappedConnector(Tap tap, Link link, String owner, Connector connector, Place place) implements Connector {

    static TappedConnector of(Tap tap, Plug<Connector> plug, Place place) {
        return new TappedConnector(tap, Link.of(plug.name()), plug.owner(), plug.plugged(), place);
    }

    @Override
    public Connector configured(Link wanted) throws UnpluggedException {
        return new TappedConnector(tap, wanted, owner, connector.configured(wanted), place);
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        tap.tell(() -> place.of() == 1
                ? "* Connecting to " + target + " by " + link + " (" + owner + ")"
                : "* " + new Hop(place.number(), place.of(), link, target) + " (" + owner + ")");
        return LimitedConnect.to(target, attempt, tap.limit()).by(connector).thenApply(wire -> {
            tap.tell(() -> "* Connected to " + wire.peer());
            return tap.on(new PacedWire(wire, tap.gate(), tap.limit()));
        });
    }
}
