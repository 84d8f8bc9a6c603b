package dev.jackfield.connector.socks;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.LayerContract;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Nested;

/** Every rule of the SPI, and what is said octet by octet. */
class SocksContractTest {
    /** {@code origin.example}, after its length; and port 443. */
    private static final String ORIGIN = "0e" + "6f726967696e2e6578616d706c65";

    private static final String PORT = "01bb";

    @Nested
    class Version4 extends LayerContract {
        @Override
        protected Layer layer() {
            return Socks4.as("user");
        }

        @Override
        protected HostPort target() {
            return HostPort.of("192.0.2.1", 443);
        }

        @Override
        protected CompletionStage<Wire> farEnd(Wire far) {
            return ScriptedProxy.on(far)
                    .expects("0401" + PORT + "c0000201" + "7573657200")
                    .says("005a000000000000")
                    .done();
        }
    }

    @Nested
    class Version4a extends LayerContract {
        @Override
        protected Layer layer() {
            return Socks4a.anonymous();
        }

        @Override
        protected CompletionStage<Wire> farEnd(Wire far) {
            return ScriptedProxy.on(far)
                    .expects("0401" + PORT + "00000001" + "00" + ORIGIN.substring(2) + "00")
                    .says("005affffffffffff")
                    .done();
        }
    }

    @Nested
    class Version5 extends LayerContract {
        @Override
        protected Layer layer() {
            return Socks5.anonymous();
        }

        @Override
        protected CompletionStage<Wire> farEnd(Wire far) {
            return ScriptedProxy.on(far)
                    .expects("050100")
                    .says("0500")
                    .expects("05010003" + ORIGIN + PORT)
                    .says("05000001" + "7f000001" + "1234")
                    .done();
        }
    }

    @Nested
    class Version5WithAPassword extends LayerContract {
        @Override
        protected Layer layer() {
            return Socks5.as(new Credentials("user", "secret"));
        }

        @Override
        protected HostPort target() {
            return HostPort.of("2001:db8::1", 443);
        }

        @Override
        protected CompletionStage<Wire> farEnd(Wire far) {
            return ScriptedProxy.on(far)
                    .expects("05020200")
                    .says("0502")
                    .expects("01" + "0475736572" + "06736563726574")
                    .says("0100")
                    .expects("05010004" + "20010db8000000000000000000000001" + PORT)
                    .says("05000003" + ORIGIN + PORT)
                    .done();
        }
    }
}
