package dev.jackfield.testkit.internal.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.HopFailure;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Patch;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A layer as the second link of a route whose first link hands out the wire that is there. */
public record Routed(Subject bare, Panel panel) implements Subject {
    private static final Link LINK = Link.of("under-test");
    private static final Duration LIMIT = Duration.ofSeconds(1);

    /** On a panel of its own. */
    public static Routed over(Subject bare) {
        Panel panel = Panel.open();
        // Past the layer's own reading of its link: what is to be seen is how it fares on a route.
        Layer layer = bare.layer();
        panel.plug(LINK.name(), 0, (Layer) layer::over);
        return new Routed(bare, panel);
    }

    /** Lets the far end fall silent after each of its bytes. */
    public void endsWithinTheLimit() throws Exception {
        Trial whole = Trial.of(this);
        whole.finished();
        whole.loop.settle();
        for (int said : Places.SILENCE.upTo(whole.gate.said().length)) {
            Trial trial =
                    Trial.of(this).dialling(dial -> Dial.on(dial.loop(), LIMIT)).call();
            trial.gate.stopAfter(said);
            trial.answer();
            if (trial.outcome.isDone()) {
                trial.gate.open();
                trial.close();
                return;
            }
            // A layer may be less patient, and then it says so itself.
            trial.loop.advance(LIMIT);
            expired(trial, "when the far end falls silent after " + said + " bytes");
        }
    }

    private void expired(Trial trial, String when) throws Exception {
        trial.loop.settle();
        assertTrue(trial.outcome.isDone(), () -> "Expected an end within the limit " + when + ", got none");
        IOException failure = trial.turns.awaitFailure(trial.outcome);
        HopFailure hop = assertInstanceOf(HopFailure.class, failure);
        assertEquals(2, hop.hop().number(), "The hop that failed");
        trial.assertFailedAndClosed(when);
    }

    @Override
    public Layer layer() {
        return (below, target, attempt) -> {
            Connector given = (to, on) -> {
                CompletableFuture<Wire> stage = new CompletableFuture<>();
                on.loop().execute(() -> stage.complete(below));
                return stage;
            };
            return patch(given, target).connect(target, attempt);
        };
    }

    private Patch patch(Connector given, HostPort target) {
        try {
            return Patch.of(given, List.of(LINK), target, panel);
        } catch (UnpluggedException e) {
            throw new AssertionError("It is plugged in", e);
        }
    }

    @Override
    public CompletionStage<Wire> farEnd(Wire far) {
        return bare.farEnd(far);
    }

    @Override
    public HostPort target() {
        return bare.target();
    }
}
