package dev.jackfield.shell.internal.tap;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.shell.internal.panel.ForwardingPanel;
import dev.jackfield.shell.internal.tap.Itinerary.Place;
import java.util.Optional;

/**
 * A panel whose wires are read at the pace of the command, under its limit on inactivity, handshakes included. The client
 * has one, too, but cannot know whether it is the server that lets it wait or the reader of the command's output.
 *
 * <p>If somebody cares, its links tell what they do, and its wires show the heads that are written to them: {@code -v}
 * shows the very octets that go into the last layer, not what the client is supposed to send.
 *
 * <p>For one client on one loop: a first link that is looked up begins a route, and the layers looked up after it belong
 * to the same one.
 *
 * <p><i>Thread-safe</i>, but for that.
 */
public final class TappedPanel extends ForwardingPanel {
    /** Not tapped: it does nothing but put a mark on the wire, which another wire over it would hide from the client. */
    private static final String FORWARD = "forward";

    private final Tap tap;
    private volatile Itinerary itinerary = new Itinerary();

    /**
     * A tap on a panel.
     *
     * @param panel tapped
     * @param tap what is done to its wires
     */
    public TappedPanel(Panel panel, Tap tap) {
        super(panel);
        this.tap = tap;
    }

    @Override
    public Optional<Plug<Connector>> connector(String name) {
        Itinerary route = new Itinerary();
        Place place = route.next();
        itinerary = route;
        return super.connector(name)
                .map(plug -> new Plug<>(
                        name, plug.ranking(), plug.generation(), plug.owner(), TappedConnector.of(tap, plug, place)));
    }

    @Override
    public Optional<Plug<Layer>> layer(String name) {
        Place place = itinerary.next();
        Optional<Plug<Layer>> there = super.layer(name);
        return name.equals(FORWARD)
                ? there
                : there.map(plug -> new Plug<>(
                        name, plug.ranking(), plug.generation(), plug.owner(), TappedLayer.of(tap, plug, place)));
    }
}
