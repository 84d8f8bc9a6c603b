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
import java.util.function.Consumer;

/** A first link with a tap on its wires. <i>Thread-safe.</i> */
record TappedConnector(Consumer<String> lines, Link link, String owner, Connector connector, Place place)
        implements Connector {

    static TappedConnector of(Consumer<String> lines, Plug<Connector> plug, Place place) {
        return new TappedConnector(lines, Link.of(plug.name()), plug.owner(), plug.plugged(), place);
    }

    @Override
    public Connector configured(Link wanted) throws UnpluggedException {
        return new TappedConnector(lines, wanted, owner, connector.configured(wanted), place);
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        lines.accept(
                place.of() == 1
                        ? "* Connecting to " + target + " by " + link + " (" + owner + ")"
                        : "* " + new Hop(place.number(), place.of(), link, target) + " (" + owner + ")");
        return connector.connect(target, attempt).thenApply(wire -> {
            lines.accept("* Connected to " + wire.peer());
            return new TappedWire(wire, lines);
        });
    }
}
