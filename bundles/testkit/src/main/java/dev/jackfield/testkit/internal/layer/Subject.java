package dev.jackfield.testkit.internal.layer;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import java.util.concurrent.CompletionStage;

/** What an implementer brings along: the layer, and who plays the other end of it. */
public interface Subject {
    /** The layer under test. */
    Layer layer();

    /** Plays the other end. */
    CompletionStage<Wire> farEnd(Wire far);

    /** What the layer is asked for. */
    HostPort target();
}
