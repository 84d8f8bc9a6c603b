package dev.jackfield.shell.internal.tap;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A panel whose connectors tell what they do, and whose wires show the heads that are written to them: {@code -v} shows
 * the very octets that leave, not what the client is supposed to send.
 *
 * <p><i>Thread-safe.</i>
 */
public final class TappedPanel implements Panel {
    private final Panel panel;
    private final Consumer<String> lines;

    /**
     * A tap on a panel.
     *
     * @param panel tapped
     * @param lines gets line by line, on the loop of the wire
     */
    public TappedPanel(Panel panel, Consumer<String> lines) {
        this.panel = panel;
        this.lines = lines;
    }

    @Override
    public Optional<Plug> connector(String name) {
        return panel.connector(name).map(this::tap);
    }

    @Override
    public List<Plug> plugs() {
        return panel.plugs().stream().map(this::tap).toList();
    }

    @Override
    public Guard plug(String name, int ranking, Connector connector) {
        return panel.plug(name, ranking, connector);
    }

    @Override
    public Guard watch(Consumer<String> changed) {
        return panel.watch(changed);
    }

    private Plug tap(Plug plug) {
        Connector tapped = (target, attempt) -> connect(plug, target, attempt);
        return new Plug(plug.name(), plug.ranking(), plug.generation(), plug.owner(), tapped);
    }

    private CompletionStage<Wire> connect(Plug plug, HostPort target, Attempt attempt) {
        lines.accept("* Connecting to " + target + " by " + plug.name() + " (" + plug.owner() + ")");
        return plug.connector().connect(target, attempt).thenApply(wire -> {
            lines.accept("* Connected to " + wire.peer());
            return new TappedWire(wire, lines);
        });
    }
}
