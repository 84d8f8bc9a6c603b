package dev.jackfield.http.internal.tunnel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.Wires;
import dev.jackfield.testkit.LayerContract;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Nested;

/** The rules of the SPI, with proxies that ask for nothing, and for Digest. */
class ConnectContractTest {
    private static final String HEAD = "CONNECT origin.example:443 HTTP/1.1\r\nHost: origin.example:443\r\n";

    @Nested
    class Plain extends LayerContract {
        @Override
        protected Layer layer() {
            return new ConnectService();
        }

        @Override
        protected CompletionStage<Wire> farEnd(Wire far) {
            return says(far, HEAD + "\r\n", "HTTP/1.1 200 Fine\r\nVia: 1.1 proxy.test\r\n\r\n");
        }
    }

    @Nested
    class Digest extends LayerContract {
        @Override
        protected Layer layer() {
            return new ConnectDigestService().configured(Link.parse("connect-digest(joe:secret@proxy.test:80)"));
        }

        @Override
        protected CompletionStage<Wire> farEnd(Wire far) {
            // One character for each of the hash, the cnonce and the count will do: their lengths are known.
            String answer = "Proxy-Authorization: Digest username=\"joe\", realm=\"r\", uri=\"origin.example:443\","
                    + " nonce=\"n\", nc=00000001, cnonce=\"" + "c".repeat(32) + "\", qop=auth, response=\""
                    + "r".repeat(32) + "\"\r\n";
            return says(
                            far,
                            HEAD + "\r\n",
                            "HTTP/1.1 407 Who\r\nContent-Length: 5\r\n"
                                    + "Proxy-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth\"\r\n\r\nsorry")
                    .thenCompose(wire -> says(wire, HEAD + answer + "\r\n", "HTTP/1.1 200 OK\r\n\r\n"));
        }
    }

    /** Waits for as many octets as the request has to have. */
    private static CompletionStage<Wire> says(Wire far, String request, String answer) {
        return Wires.readFully(far, ByteBuffer.allocate(request.length()))
                .thenCompose(read -> Wires.write(far, ByteBuffer.wrap(answer.getBytes(US_ASCII))))
                .thenApply(written -> far);
    }
}
