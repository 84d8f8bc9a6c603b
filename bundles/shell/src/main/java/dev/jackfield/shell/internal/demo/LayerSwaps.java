package dev.jackfield.shell.internal.demo;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Plugs a fresh layer in above the one in use, which does the work, then pulls the one before. */
final class LayerSwaps implements Swaps {
    /** The name on the panel. */
    static final String LAYER = "socks5";

    private static final List<String> SOCKETS = List.of(LAYER, "red cord", "blue cord");

    private final Panel panel;
    private final Plug<Layer> original;
    private Guard cord = () -> {};
    private int swaps;

    /** Nothing is swapped yet. */
    LayerSwaps(Panel panel, Plug<Layer> original) {
        this.panel = panel;
        this.original = original;
    }

    @Override
    public String what() {
        return "SOCKS layer";
    }

    @Override
    public void swap() throws IOException {
        Relayed relay = new Relayed(original.plugged());
        Guard next = panel.plug(LAYER, original.ranking() + swaps + 1, relay);
        cord.close();
        cord = next;
        swaps++;
        if (panel.layer(LAYER).filter(plug -> plug.plugged() == relay).isEmpty()) {
            throw new IOException("Expected a fresh " + LAYER + " in use, got another one");
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
        swaps = 0;
    }

    /** A class and no record: two of them are not equal. */
    private static final class Relayed implements Layer {
        private final Layer next;

        Relayed(Layer next) {
            this.next = next;
        }

        @Override
        public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
            return next.over(below, target, attempt);
        }

        @Override
        public Layer configured(Link link) throws UnpluggedException {
            return new Relayed(next.configured(link));
        }
    }
}
