package dev.jackfield.itest.osgi;

import dev.jackfield.anyevent.AnyEvent;
import dev.jackfield.anyevent.Connected;
import dev.jackfield.anyevent.NotConnected;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Connects to a host and a service by {@code tcp_connect}: who answered, some time. */
@Component(service = BiFunction.class)
@Probe("anyevent")
public final class AnyEventProbe implements BiFunction<String, String, CompletableFuture<String>> {
    private final AnyEvent ae;

    /** With the service that a user would get. */
    @Activate
    public AnyEventProbe(@Reference AnyEvent ae) {
        this.ae = ae;
    }

    @Override
    public CompletableFuture<String> apply(String host, String service) {
        CompletableFuture<String> outcome = new CompletableFuture<>();
        ae.tcpConnect(host, service, connection -> {
            if (connection instanceof Connected up) {
                up.fh().close();
                outcome.complete(up.host() + " " + up.port());
            } else if (connection instanceof NotConnected down) {
                outcome.complete(down.errno());
            }
        });
        return outcome;
    }
}
