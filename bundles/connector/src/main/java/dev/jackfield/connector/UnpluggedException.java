package dev.jackfield.connector;

import dev.jackfield.connector.internal.Given;
import java.io.IOException;

/** Nothing is plugged in under a name now; that may change any time. <i>Immutable.</i> */
public final class UnpluggedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * Nothing there.
     *
     * @param name on the panel, the one that watchers will hear of when that changes
     * @param message what was expected and what was got
     */
    public UnpluggedException(String name, String message) {
        super(message);
        this.name = Given.of(name, "a name");
    }

    /**
     * What is missing.
     *
     * @return the name on the panel
     */
    public String name() {
        return name;
    }
}
