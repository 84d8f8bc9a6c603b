package dev.jackfield.connector.internal;

import dev.jackfield.connector.Connector;
import java.util.Optional;
import java.util.ServiceLoader;

/** Which panel a thread is filling just now: what it makes meanwhile finds on that panel whom to leave the work to. */
public final class Filling {
    private static final ThreadLocal<Filling> NOW = new ThreadLocal<>();

    private final PatchPanel panel;
    private final Class<?> type;

    private Filling(PatchPanel panel, Class<?> type) {
        this.panel = panel;
        this.type = type;
    }

    /** Makes what is to be plugged in. */
    static <T> T make(PatchPanel panel, ServiceLoader.Provider<T> provider) {
        Filling outer = NOW.get();
        NOW.set(new Filling(panel, provider.type()));
        try {
            return provider.get();
        } finally {
            if (outer == null) {
                NOW.remove();
            } else {
                NOW.set(outer);
            }
        }
    }

    /** For whom this thread is making: what is in use under a name; empty while it fills no panel. */
    public static Optional<Connector> below(String name) {
        return Optional.ofNullable(NOW.get()).map(filling -> filling.panel.below(Asker.of(filling.type), name));
    }
}
