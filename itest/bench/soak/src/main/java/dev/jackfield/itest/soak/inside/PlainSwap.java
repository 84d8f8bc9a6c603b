package dev.jackfield.itest.soak.inside;

import dev.jackfield.connector.Connector;
import dev.jackfield.itest.soak.door.Swap;
import java.util.concurrent.atomic.LongAdder;

/** A connector of higher ranking comes and goes. */
final class PlainSwap implements Swap {
    private final Stage stage;
    private final LongAdder used = new LongAdder();

    PlainSwap(Stage stage) {
        this.stage = stage;
    }

    @Override
    public String kind() {
        return "plain";
    }

    @Override
    public void swap() {
        Connector below = stage.plain();
        stage.visit(Connector.class, "plain", (target, attempt) -> {
            used.increment();
            return below.connect(target, attempt);
        });
    }

    @Override
    public long used() {
        return used.sum();
    }
}
