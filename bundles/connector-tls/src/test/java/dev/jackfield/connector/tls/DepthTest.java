package dev.jackfield.connector.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.LayerContract;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** TLS over TLS over TLS, five deep, keeps to all rules, too. */
class DepthTest extends LayerContract {
    private static final int DEPTH = 5;
    private static final Layer TLS = Tls.of(TestKeys.profile());

    @Override
    protected Layer layer() {
        return (below, target, attempt) -> {
            CompletionStage<Wire> stage = TLS.over(below, target, attempt);
            for (int depth = 1; depth < DEPTH; depth++) {
                stage = stage.thenCompose(wire -> TLS.over(wire, target, attempt));
            }
            return stage;
        };
    }

    @Override
    protected CompletionStage<Wire> farEnd(Wire far) {
        CompletionStage<Wire> stage = TlsPeer.over(far);
        for (int depth = 1; depth < DEPTH; depth++) {
            stage = stage.thenCompose(TlsPeer::over);
        }
        return stage;
    }

    @Test
    void isThatDeep() throws Exception {
        String wire = connect().near().toString();
        assertThat(wire.split("TLS over ", -1)).hasSize(DEPTH + 1);
    }
}
