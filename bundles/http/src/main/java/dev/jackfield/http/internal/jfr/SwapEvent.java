package dev.jackfield.http.internal.jfr;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** {@code dev.jackfield.Swap}: something else is in use on a panel, told once however many clients the panel has. */
final class SwapEvent {
    private static final Recorder EVENTS = new Recorder(
            "Swap",
            "Swap",
            "Something else is in use under a name",
            new Recorder.Fields()
                    .text("name", "On the panel")
                    .text("kind", "connector or layer; empty for one that went and had not been told of")
                    .number("generation", "Of what is in use now; 0 for nothing")
                    .text("owner", "Where it came from"));

    private static final long NOTHING = 0;

    /** Which generations were told last. Guarded by itself. */
    private static final Map<Panel, Map<String, Long>> TOLD = new WeakHashMap<>();

    private SwapEvent() {}

    static void swapped(Panel panel, String name) {
        if (!EVENTS.on()) {
            return;
        }
        List<Plug<?>> plugs = panel.plugs();
        Optional<Plug<?>> connector = inUse(plugs, name, true);
        Optional<Plug<?>> layer = inUse(plugs, name, false);
        Optional<Long> connectorBefore = before(panel, "connector " + name, connector);
        Optional<Long> layerBefore = before(panel, "layer " + name, layer);
        if (connectorBefore.isEmpty() && layerBefore.isEmpty() && connector.isEmpty() && layer.isEmpty()) {
            tell(name, "", Optional.empty());
            return;
        }
        if (connectorBefore.orElse(NOTHING) != generation(connector)) {
            tell(name, "connector", connector);
        }
        if (layerBefore.orElse(NOTHING) != generation(layer)) {
            tell(name, "layer", layer);
        }
    }

    /** The first that may be in use for somebody. */
    private static Optional<Plug<?>> inUse(List<Plug<?>> plugs, String name, boolean connector) {
        return plugs.stream()
                .filter(plug -> plug.name().equals(name) && !plug.pulled())
                .filter(plug -> plug.plugged() instanceof Connector == connector)
                .findFirst();
    }

    private static long generation(Optional<Plug<?>> plug) {
        return plug.map(Plug::generation).orElse(NOTHING);
    }

    /** What was told last, if anything was. */
    private static Optional<Long> before(Panel panel, String socket, Optional<Plug<?>> now) {
        synchronized (TOLD) {
            return Optional.ofNullable(
                    TOLD.computeIfAbsent(panel, unknown -> new HashMap<>()).put(socket, generation(now)));
        }
    }

    private static void tell(String name, String kind, Optional<Plug<?>> plug) {
        EVENTS.tell(name, kind, generation(plug), plug.map(Plug::owner).orElse(""));
    }
}
