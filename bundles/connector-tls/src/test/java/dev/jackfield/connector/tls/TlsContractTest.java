package dev.jackfield.connector.tls;

import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.LayerContract;
import java.util.concurrent.CompletionStage;

/** TLS keeps to all rules of the SPI. */
class TlsContractTest extends LayerContract {
    private static final Layer TLS = Tls.of(TestKeys.profile());

    @Override
    protected Layer layer() {
        return TLS;
    }

    @Override
    protected CompletionStage<Wire> farEnd(Wire far) {
        return TlsPeer.over(far);
    }
}
