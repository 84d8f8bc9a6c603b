package dev.jackfield.shell.internal.panel;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A view of a panel that others use, too, on which {@code plain} is a connector of one's own, above what was there before,
 * but below what is plugged in above that later. All other connectors refuse to connect: they belong to everybody, and what
 * they leave to {@code plain} would be done by everybody's, as if nothing had been asked for. <i>Thread-safe.</i>
 */
public final class OwnPlainPanel extends ForwardingPanel {
    static final String PLAIN = "plain";

    /** Of no plug of a real panel. */
    private static final long GENERATION = -1;

    private final Plug<Connector> own;

    /**
     * A view of a panel.
     *
     * @param panel what is looked at
     * @param connector to be {@code plain}
     */
    public OwnPlainPanel(Panel panel, Connector connector) {
        super(panel);
        int ranking = panel.connector(PLAIN).map(Plug::ranking).orElse(0);
        this.own = new Plug<>(PLAIN, ranking, GENERATION, List.of(), OwnPlain.LABEL, Instant.now(), false, connector);
    }

    @Override
    public Optional<Plug<Connector>> connector(String name, HostPort target) {
        Optional<Plug<Connector>> there = super.connector(name, target);
        if (!name.equals(PLAIN)) {
            return there.map(plug -> plug.with(new Refusing(name)));
        }
        return there.filter(plug -> plug.ranking() > own.ranking()).or(() -> Optional.of(own));
    }

    @Override
    public List<Plug<?>> plugs() {
        List<Plug<?>> all = new ArrayList<>(super.plugs());
        int place = 0;
        while (place < all.size()
                && all.get(place).plugged() instanceof Connector
                && (all.get(place).name().compareTo(PLAIN) < 0
                        || all.get(place).name().equals(PLAIN) && all.get(place).ranking() > own.ranking())) {
            place++;
        }
        all.add(place, own);
        return List.copyOf(all);
    }
}
