package dev.jackfield.testkit;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Whether a layer looks names up cannot be told by one that it refuses, and nobody shall think it could. */
class CheckedNamesTest {

    static class Subject extends LayerContract {
        @Override
        protected Layer layer() {
            return new Checking(new PasswordLayer(LayerFlaw.LOOKS_UP_ASIDE));
        }

        @Override
        protected CompletionStage<Wire> farEnd(Wire far) {
            return PasswordLayer.farEnd(far);
        }
    }

    /** Refuses names that DNS could not have. */
    private record Checking(Layer rest) implements Layer {
        @Override
        public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
            if (target.host().matches("[^.]{0,63}(\\.[^.]{0,63})*")) {
                return rest.over(below, target, attempt);
            }
            CompletableFuture<Wire> refused = new CompletableFuture<>();
            below.loop().execute(() -> {
                below.close();
                refused.completeExceptionally(new IOException("No name: " + target));
            });
            return refused;
        }
    }

    @Test
    void aLayerThatRefusesTheNameHasNotPassed() {
        EngineTestKit.engine(new JupiterTestEngine())
                .selectors(DiscoverySelectors.selectMethod(Subject.class, "looksNoNameUp"))
                .execute()
                .testEvents()
                .assertStatistics(events -> events.started(1).aborted(1).succeeded(0));
    }
}
