package dev.jackfield.shell.internal;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A panel on which {@code plain} is a connector of one's own, above what was there before, but below what is plugged in
 * above that later. <i>Thread-safe.</i>
 */
final class OwnPlainPanel implements Panel {
    private static final String PLAIN = "plain";

    /** Of no plug of a real panel. */
    private static final long GENERATION = -1;

    private final Panel panel;
    private final Plug<Connector> own;

    OwnPlainPanel(Panel panel, Connector connector) {
        this.panel = panel;
        int ranking = panel.connector(PLAIN).map(Plug::ranking).orElse(0);
        this.own = new Plug<>(PLAIN, ranking, GENERATION, "command line", connector);
    }

    @Override
    public Optional<Plug<Connector>> connector(String name) {
        Optional<Plug<Connector>> there = panel.connector(name);
        if (!name.equals(PLAIN)) {
            return there;
        }
        return there.filter(plug -> plug.ranking() > own.ranking()).or(() -> Optional.of(own));
    }

    @Override
    public List<Plug<?>> plugs() {
        List<Plug<?>> all = new ArrayList<>(panel.plugs());
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

    @Override
    public Guard plug(String name, int ranking, Connector connector) {
        return panel.plug(name, ranking, connector);
    }

    @Override
    public Optional<Plug<Layer>> layer(String name) {
        return panel.layer(name);
    }

    @Override
    public Guard plug(String name, int ranking, Layer layer) {
        return panel.plug(name, ranking, layer);
    }

    @Override
    public Guard watch(Consumer<String> changed) {
        return panel.watch(changed);
    }
}
