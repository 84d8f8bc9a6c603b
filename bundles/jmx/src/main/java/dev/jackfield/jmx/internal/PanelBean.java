package dev.jackfield.jmx.internal;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.jmx.PanelMXBean;
import dev.jackfield.jmx.PlugView;
import dev.jackfield.loop.Guard;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.InstanceAlreadyExistsException;

/** A panel. <i>Thread-safe.</i> */
public final class PanelBean implements PanelMXBean {
    private final Panel panel;
    private final AtomicLong swaps = new AtomicLong();

    private PanelBean(Panel panel) {
        this.panel = panel;
    }

    /** Registers a panel, and counts until the guard is closed. */
    public static Guard register(Panel panel, Map<String, String> keys) throws InstanceAlreadyExistsException {
        PanelBean bean = new PanelBean(panel);
        Guard registered = Beans.register("Panel", keys, bean, PanelMXBean.class);
        Guard watch = panel.watch(name -> bean.swaps.incrementAndGet());
        return Guard.of(() -> {
            watch.close();
            registered.close();
        });
    }

    @Override
    public Map<Long, PlugView> getPlugs() {
        Map<Long, PlugView> views = new LinkedHashMap<>();
        for (Plug<?> plug : panel.plugs()) {
            views.put(plug.generation(), new PlugRow(plug, isInUse(plug)));
        }
        return views;
    }

    @Override
    public long getSwaps() {
        return swaps.get();
    }

    private boolean isInUse(Plug<?> plug) {
        Optional<Long> connector = plug.plugged() instanceof Connector
                ? panel.connector(plug.name()).map(Plug::generation)
                : Optional.empty();
        Optional<Long> layer =
                plug.plugged() instanceof Layer ? panel.layer(plug.name()).map(Plug::generation) : Optional.empty();
        return connector
                .or(() -> layer)
                .filter(generation -> generation == plug.generation())
                .isPresent();
    }
}
