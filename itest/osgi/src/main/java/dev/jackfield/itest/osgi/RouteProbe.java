package dev.jackfield.itest.osgi;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Loops;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import javax.net.ssl.SSLSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Connects by a route to a target: whom it was there, if there was TLS, or what went wrong, some time. */
@Component(service = BiFunction.class)
@Probe("route")
public final class RouteProbe implements BiFunction<String, String, CompletableFuture<String>> {
    private final Panel panel;
    private final ChannelLoop loop;

    /** With the panel that follows the registry. */
    @Activate
    public RouteProbe(@Reference Panel panel, @Reference Loops loops) {
        this.panel = panel;
        this.loop = loops.all().get(0);
    }

    @Override
    public CompletableFuture<String> apply(String route, String target) {
        CompletableFuture<String> outcome = new CompletableFuture<>();
        loop.execute(() -> panel.connector(Route.parse(route))
                .connect(HostPort.parse(target), Dial.on(loop))
                .whenComplete((wire, error) -> outcome.complete(error == null ? who(wire) : error.getMessage())));
        return outcome;
    }

    private static String who(Wire wire) {
        String who = wire.beneath(SSLSession.class)
                .map(session -> session.getProtocol() + " as " + session.getLocalPrincipal())
                .orElse("plain");
        wire.close();
        return who;
    }
}
