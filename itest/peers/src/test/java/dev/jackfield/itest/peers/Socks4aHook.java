package dev.jackfield.itest.peers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.Wires;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * The seed's example of a {@code tcp_connect} of one's own, which works with SOCKS 4a proxies: connect to the proxy, say
 * one thing, read eight octets, and hand the same wire on. The name of the target is looked up by the proxy.
 *
 * <pre>{@code
 * Connector plain = (target, attempt) -> panel.connector("plain").orElseThrow().plugged().connect(target, attempt);
 * Connector hook = Socks4aHook.by(plain, HostPort.of("127.0.0.1", 9050), "");
 * client.send(Request.get("http://origin.test/").withConnector(hook));
 * }</pre>
 *
 * <p>There is a {@code socks4a} to be plugged in; this shows what it takes to write such a thing.
 */
final class Socks4aHook {
    private Socks4aHook() {}

    /** A connector by way of a proxy, over another connector that leads there. */
    static Connector by(Connector plain, HostPort proxy, String user) {
        return (target, attempt) -> plain.connect(proxy, attempt).thenCompose(wire -> {
            byte[] names = (user + '\0' + target.host() + '\0').getBytes(US_ASCII);
            ByteBuffer request =
                    ByteBuffer.allocate(8 + names.length).put((byte) 4).put((byte) 1);
            request.putShort((short) target.port()).putInt(1).put(names).flip();
            CompletionStage<Wire> granted = Wires.write(wire, request)
                    .thenCompose(said -> Wires.readFully(wire, ByteBuffer.allocate(8)))
                    .thenApply(answer -> {
                        if (answer.get(1) != 0x5a) {
                            throw new CompletionException(new IOException(proxy + " refuses " + target));
                        }
                        return wire;
                    })
                    .whenComplete((done, error) -> {
                        if (error != null) {
                            wire.close();
                        }
                    });
            attempt.whenCancelled(() -> {
                if (!granted.toCompletableFuture().isDone()) {
                    wire.close();
                }
            });
            return granted;
        });
    }
}
