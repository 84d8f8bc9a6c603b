package dev.jackfield.connector;

import dev.jackfield.connector.internal.Given;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;

/**
 * A route of several links broke down: at which hop, and why. The cause is what the link said.
 *
 * <p><i>Immutable.</i> Not to be serialized.
 */
public final class HopFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Hop hop;

    /**
     * A failure.
     *
     * @param hop where
     * @param cause why
     */
    public HopFailure(Hop hop, Throwable cause) {
        super(Given.of(hop, "a hop") + ": " + reason(Given.of(cause, "a cause")), cause);
        this.hop = hop;
    }

    /**
     * Where it broke down.
     *
     * @return the hop
     */
    public Hop hop() {
        return hop;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        throw new NotSerializableException(HopFailure.class.getName());
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
