package dev.jackfield.shell.internal.tap;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A panel whose wires are read at the pace of the command, under its limit on inactivity. The client has one, too, but
 * cannot know whether it is the server that lets it wait or the reader of the command's output.
 *
 * <p>If somebody cares, its connectors tell what they do, and its wires show the heads that are written to them: {@code
 * -v} shows the very octets that leave, not what the client is supposed to send.
 *
 * <p><i>Thread-safe.</i>
 */
public final class TappedPanel implements Panel {
    private final Panel panel;
    private final Tap tap;

    /**
     * A tap on a panel.
     *
     * @param panel tapped
     * @param tap what is done to its wires
     */
    public TappedPanel(Panel panel, Tap tap) {
        this.panel = panel;
        this.tap = tap;
    }

    @Override
    public Optional<Plug<Connector>> connector(String name) {
        return panel.connector(name).map(this::tap);
    }

    @Override
    public List<Plug<?>> plugs() {
        return panel.plugs();
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

    private Plug<Connector> tap(Plug<Connector> plug) {
        Connector tapped = (target, attempt) -> connect(plug, target, attempt);
        return new Plug<>(plug.name(), plug.ranking(), plug.generation(), plug.owner(), tapped);
    }

    private CompletionStage<Wire> connect(Plug<Connector> plug, HostPort target, Attempt attempt) {
        tell("* Connecting to " + target + " by " + plug.name() + " (" + plug.owner() + ")");
        return new LimitedConnect(target, attempt, tap.limit())
                .by(plug.plugged())
                .thenApply(wire -> {
                    tell("* Connected to " + wire.peer());
                    Wire paced = new PacedWire(wire, tap.gate(), tap.limit());
                    return tap.lines()
                            .<Wire>map(lines -> new TappedWire(paced, lines))
                            .orElse(paced);
                });
    }

    private void tell(String line) {
        tap.lines().ifPresent(lines -> lines.accept(line));
    }
}
