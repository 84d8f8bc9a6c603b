package dev.jackfield.shell.internal.panel;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A view of a panel that does everything as that one does; what shall be different is overridden. */
public abstract class ForwardingPanel implements Panel {
    private final Panel panel;

    /**
     * A view.
     *
     * @param panel what is looked at
     */
    protected ForwardingPanel(Panel panel) {
        this.panel = panel;
    }

    @Override
    public Optional<Plug<Connector>> connector(String name) {
        return panel.connector(name);
    }

    @Override
    public Optional<Plug<Layer>> layer(String name) {
        return panel.layer(name);
    }

    @Override
    public Guard plug(String name, int ranking, Connector connector) {
        return panel.plug(name, ranking, connector);
    }

    @Override
    public Guard plug(String name, int ranking, Layer layer) {
        return panel.plug(name, ranking, layer);
    }

    @Override
    public List<Plug<?>> plugs() {
        return panel.plugs();
    }

    @Override
    public Guard watch(Consumer<String> changed) {
        return panel.watch(changed);
    }
}
