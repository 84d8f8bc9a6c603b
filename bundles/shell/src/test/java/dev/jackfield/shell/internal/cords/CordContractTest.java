package dev.jackfield.shell.internal.cords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.ConnectorContract;
import dev.jackfield.testkit.LayerContract;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A cord keeps every rule of the SPI that its other end keeps. */
class CordContractTest {
    @Nested
    class OfConnectors extends ConnectorContract {
        private final Panel panel = Panel.open();

        @Override
        protected Connector connector() {
            return ConnectorCord.of("mine", "plain", panel);
        }
    }

    @Nested
    class OfLayers extends LayerContract {
        private final Panel panel = Panel.open();

        OfLayers() {
            panel.plug("same", 0, (Layer) (below, target, attempt) -> {
                CompletableFuture<Wire> done = new CompletableFuture<>();
                attempt.whenCancelled(() -> {
                    if (!done.isDone()) {
                        below.close();
                    }
                });
                attempt.loop().execute(() -> {
                    if (!attempt.cancelled()) {
                        done.complete(below);
                    }
                });
                return done;
            });
        }

        @Override
        protected Layer layer() {
            return LayerCord.of("mine", "same", panel);
        }

        @Override
        protected CompletionStage<Wire> farEnd(Wire far) {
            return CompletableFuture.completedFuture(far);
        }

        @Override
        protected boolean needsAnAnswer() {
            return false;
        }

        @Test
        void closesTheWireIfThereIsNothingAtItsOtherEnd() {
            ManualLoop loop = new ManualLoop();
            PipeWire.Pair pair = PipeWire.pair(loop);
            CompletableFuture<Wire> made = LayerCord.of("mine", "nothing", panel)
                    .over(pair.near(), target(), Dial.on(loop))
                    .toCompletableFuture();
            assertThat(made).isNotDone();
            loop.run();
            assertThat(made).isCompletedExceptionally();
            assertThat(made.handle((wire, error) -> error).join()).isInstanceOf(UnpluggedException.class);
            assertThat(pair.near().isOpen()).isFalse();
        }
    }
}
