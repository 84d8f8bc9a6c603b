package dev.jackfield.shell.internal.panel;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.HostPattern;
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
    public Optional<Plug<Connector>> connector(String name, HostPort target) {
        return panel.connector(name, target);
    }

    @Override
    public Optional<Plug<Layer>> layer(String name, HostPort target) {
        return panel.layer(name, target);
    }

    @Override
    public Connector below(Connector asker, String name) {
        return panel.below(asker, name);
    }

    @Override
    public Guard plug(String name, int ranking, List<HostPattern> hosts, Connector connector) {
        return panel.plug(name, ranking, hosts, connector);
    }

    @Override
    public Guard plug(String name, int ranking, List<HostPattern> hosts, Layer layer) {
        return panel.plug(name, ranking, hosts, layer);
    }

    @Override
    public boolean pull(Plug<?> plug) {
        return panel.pull(plug);
    }

    @Override
    public boolean putBack(Plug<?> plug) {
        return panel.putBack(plug);
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
