package dev.jackfield.itest.soak.inside;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.itest.soak.door.Kind;
import dev.jackfield.itest.soak.door.Swap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;

/** A layer of higher ranking comes and goes. */
final class LayerSwap implements Swap {
    private final Stage stage;
    private final String name;
    private final LongAdder used = new LongAdder();

    LayerSwap(Stage stage, String name) {
        this.stage = stage;
        this.name = name;
    }

    @Override
    public String kind() {
        return name;
    }

    @Override
    public Kind concerns() {
        return Kind.GET_BY_SOCKS;
    }

    @Override
    public void swap() {
        stage.visit(Layer.class, name, new Counted(stage.layer(name), used));
    }

    @Override
    public long used() {
        return used.sum();
    }

    private record Counted(Layer next, LongAdder used) implements Layer {
        @Override
        public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
            used.increment();
            return next.over(below, target, attempt);
        }

        @Override
        public Layer configured(Link link) throws UnpluggedException {
            return new Counted(next.configured(link), used);
        }
    }
}
