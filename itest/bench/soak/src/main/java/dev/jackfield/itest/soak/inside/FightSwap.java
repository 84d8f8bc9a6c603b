package dev.jackfield.itest.soak.inside;

import dev.jackfield.connector.Connector;
import dev.jackfield.itest.soak.door.Swap;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.framework.ServiceRegistration;

/** Two connectors of one name outrank each other by changing their properties, and at last give in, without ever leaving. */
final class FightSwap implements Swap {
    private static final String NAME = "plain";

    private final Stage stage;
    private final LongAdder used = new LongAdder();
    private final ServiceRegistration<Connector> one;
    private final ServiceRegistration<Connector> other;

    /** Who does the work; another one after each update of its bundle. */
    private volatile Connector below;

    FightSwap(Stage stage) {
        this.stage = stage;
        this.below = stage.plain();
        one = stage.register(Connector.class, NAME, Stage.BELOW, counted());
        other = stage.register(Connector.class, NAME, Stage.BELOW, counted());
    }

    @Override
    public String kind() {
        return "fight";
    }

    @Override
    public void swap() {
        below = stage.plain();
        rank(one, Stage.ABOVE);
        rank(other, Stage.ABOVE + 1);
        stage.linger();
        rank(one, Stage.ABOVE + 2);
        stage.linger();
        rank(one, Stage.BELOW);
        rank(other, Stage.BELOW);
    }

    @Override
    public long used() {
        return used.sum();
    }

    private Connector counted() {
        return (target, attempt) -> {
            used.increment();
            return below.connect(target, attempt);
        };
    }

    private static void rank(ServiceRegistration<Connector> registration, int ranking) {
        registration.setProperties(Stage.properties(NAME, ranking));
    }
}
