package dev.jackfield.http.internal.forward;

import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.LayerContract;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The layer named {@code forward} keeps to the rules, though it says nothing at all. */
class ForwardServiceTest extends LayerContract {
    @Override
    protected Layer layer() {
        return new ForwardService();
    }

    @Override
    protected CompletionStage<Wire> farEnd(Wire far) {
        return CompletableFuture.completedFuture(far);
    }

    @Override
    protected boolean needsAnAnswer() {
        return false;
    }
}
