package dev.jackfield.anyevent.internal.http;

import dev.jackfield.address.HostPort;
import dev.jackfield.anyevent.Connected;
import dev.jackfield.anyevent.Connection;
import dev.jackfield.anyevent.NotConnected;
import dev.jackfield.anyevent.TcpConnectFunction;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Functions as connectors: the same one for the same function, for whose connections are used again only for the same
 * connector. <i>Thread-safe.</i>
 */
final class Hooks {
    private final Map<TcpConnectFunction, WeakReference<Connector>> known = new WeakHashMap<>();

    synchronized Connector connector(TcpConnectFunction function) {
        WeakReference<Connector> reference = known.get(function);
        Connector connector = reference == null ? null : reference.get();
        if (connector == null) {
            connector = new Hook(function);
            known.put(function, new WeakReference<>(connector));
        }
        return connector;
    }

    private record Hook(TcpConnectFunction function) implements Connector {
        @Override
        public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
            CompletableFuture<Wire> done = new CompletableFuture<>();
            String service = target.service().isEmpty() ? Integer.toString(target.port()) : target.service();
            Guard guard = function.connect(
                    target.host(),
                    service,
                    connection -> attempt.loop().execute(() -> ended(connection, attempt, done)),
                    socket -> attempt.prepare(socket).toNanos() / 1e9);
            attempt.whenCancelled(guard::close);
            return done;
        }

        private static void ended(Connection connection, Attempt attempt, CompletableFuture<Wire> done) {
            if (connection instanceof NotConnected failed) {
                done.completeExceptionally(failed.why());
            } else if (connection instanceof Connected connected) {
                Wire wire = connected.fh();
                if (attempt.cancelled() || !done.complete(wire)) {
                    wire.loop().execute(wire::close);
                }
            }
        }
    }
}
