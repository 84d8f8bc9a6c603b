package dev.jackfield.shell.internal.cords;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Plug;
import java.util.Locale;

/** The two rows of a panel, in which a name may stand for different things. <i>Immutable.</i> */
public enum Kind {
    /** What begins a route. */
    CONNECTOR,
    /** What goes over it. */
    LAYER;

    /**
     * The row that something is in.
     *
     * @param plug on a panel
     * @return its row
     */
    public static Kind of(Plug<?> plug) {
        return plug.plugged() instanceof Connector ? CONNECTOR : LAYER;
    }

    /** As people call it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
