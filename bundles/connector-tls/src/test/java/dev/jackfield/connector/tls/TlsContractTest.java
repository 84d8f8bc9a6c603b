package dev.jackfield.connector.tls;

import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.LayerContract;
import java.util.concurrent.CompletionStage;

/** TLS keeps to all rules of the SPI. */
class TlsContractTest extends LayerContract {
    private final Tls tls = Tls.open();
    private int ranking;

    TlsContractTest() {
        change();
    }

    @Override
    protected Layer layer() {
        return tls;
    }

    @Override
    protected boolean change() {
        tls.plug(Tls.HIGH, ranking++, TestKeys.profile());
        return true;
    }

    @Override
    protected CompletionStage<Wire> farEnd(Wire far) {
        return TlsPeer.over(far);
    }
}
