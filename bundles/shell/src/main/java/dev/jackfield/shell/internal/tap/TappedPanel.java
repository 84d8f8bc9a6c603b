package dev.jackfield.shell.internal.tap;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.shell.internal.panel.ForwardingPanel;
import dev.jackfield.shell.internal.tap.Itinerary.Place;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A panel whose links tell what they do, and whose wires show the first head that is written to them: {@code -v} shows
 * the very octets that go into the last layer, not what the client is supposed to send.
 *
 * <p>For one client on one loop: a first link that is looked up begins a route, and the layers looked up after it belong
 * to the same one.
 *
 * <p><i>Thread-safe</i>, but for that.
 */
public final class TappedPanel extends ForwardingPanel {
    /** Not tapped: it does nothing but put a mark on the wire, which another wire over it would hide from the client. */
    private static final String FORWARD = "forward";

    private final Consumer<String> lines;
    private volatile Itinerary itinerary = new Itinerary();

    /**
     * A tap on a panel.
     *
     * @param panel tapped
     * @param lines gets, line by line and on the loop of the wire, what is done and sent
     */
    public TappedPanel(Panel panel, Consumer<String> lines) {
        super(panel);
        this.lines = lines;
    }

    @Override
    public Optional<Plug<Connector>> connector(String name, HostPort target) {
        Itinerary route = new Itinerary();
        Place place = route.next();
        itinerary = route;
        return super.connector(name, target).map(plug -> plug.with(TappedConnector.of(lines, plug, place)));
    }

    @Override
    public Optional<Plug<Layer>> layer(String name, HostPort target) {
        Place place = itinerary.next();
        Optional<Plug<Layer>> there = super.layer(name, target);
        return name.equals(FORWARD) ? there : there.map(plug -> plug.with(TappedLayer.of(lines, plug, place)));
    }
}
