package dev.jackfield.shell.internal.demo;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Without OSGi: plugs a fresh relay in above the one in use, then pulls that one. The connector that was there at the
 * beginning does the work all the time, and is alone again at the end.
 */
public final class PanelSwaps implements Swaps {
    private static final List<String> SOCKETS = List.of(NAME, "red cord", "blue cord");

    private final Panel panel;
    private final Plug<Connector> original;
    private Guard cord = () -> {};
    private volatile Connector below;
    private int swaps;

    /**
     * The connector, and the resolver it asks.
     *
     * @param panel where to swap
     * @return two ways to swap
     */
    public static List<Swaps> on(Panel panel) {
        PanelSwaps connectors = new PanelSwaps(panel);
        return List.of(connectors, new ResolverSwaps(connectors));
    }

    /**
     * Nothing is swapped yet.
     *
     * @param panel where to swap
     * @throws IllegalStateException if there is nothing to swap
     */
    public PanelSwaps(Panel panel) {
        this.panel = panel;
        this.original =
                panel.connector(NAME).orElseThrow(() -> new IllegalStateException("Nothing is plugged in as " + NAME));
        this.below = original.plugged();
    }

    /** Lets another connector do the work from now on; empty for the one that was there at the beginning. */
    void work(Optional<Connector> other) {
        below = other.orElse(original.plugged());
    }

    @Override
    public void swap() throws IOException {
        Connector relay = new Relay(() -> below);
        long before = generation();
        Guard next = panel.plug(NAME, original.ranking() + swaps + 1, relay);
        cord.close();
        cord = next;
        swaps++;
        Plug<Connector> now =
                panel.connector(NAME).orElseThrow(() -> new IOException("Nothing is plugged in as " + NAME));
        if (now.generation() == before || now.plugged() != relay) {
            throw new IOException("Expected a relay in use, got " + now.owner());
        }
    }

    @Override
    public List<String> sockets() {
        return SOCKETS;
    }

    @Override
    public int inUse() {
        return swaps == 0 ? 0 : 2 - swaps % 2;
    }

    @Override
    public void close() {
        cord.close();
        below = original.plugged();
        swaps = 0;
    }

    private long generation() {
        return panel.connector(NAME).map(Plug::generation).orElse(-1L);
    }
}
