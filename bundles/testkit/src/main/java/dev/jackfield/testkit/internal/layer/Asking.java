package dev.jackfield.testkit.internal.layer;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import java.util.concurrent.CompletionStage;

/** Somebody else's far end, with this layer asked for this target. */
record Asking(Subject subject, Layer layer, HostPort target) implements Subject {
    @Override
    public CompletionStage<Wire> farEnd(Wire far) {
        return subject.farEnd(far);
    }
}
