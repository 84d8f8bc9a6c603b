package dev.jackfield.itest.soak.inside;

import dev.jackfield.connector.Connector;
import dev.jackfield.itest.soak.door.Swap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/** A connector that never completes comes and goes. Whoever waits for it has to give up on it, and to try another one. */
final class StuckSwap implements Swap {
    private final Stage stage;
    private final LongAdder used = new LongAdder();

    StuckSwap(Stage stage) {
        this.stage = stage;
    }

    @Override
    public String kind() {
        return "stuck";
    }

    /** The client waits a while for what is not in use any more ({@code plug.wait}), and slots are taken meanwhile. */
    @Override
    public Cost cost() {
        return Cost.SLOW;
    }

    @Override
    public void swap() {
        stage.visit(Connector.class, "plain", (target, attempt) -> {
            used.increment();
            return new CompletableFuture<>();
        });
    }

    @Override
    public long used() {
        return used.sum();
    }
}
