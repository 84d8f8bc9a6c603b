package dev.jackfield.itest.bench.links;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A third party's connector, and its layer, that do nothing but hand on. */
final class Links {
    /** A connector in front of {@code plain}. */
    static final String LAMBDA = "lambda";

    /** A layer that wraps. */
    static final String WRAP = "wrap";

    private Links() {}

    static Panel panel() {
        Panel panel = Panel.open();
        panel.plug(LAMBDA, 0, lambda(panel));
        Layer wrap = (below, target, attempt) -> {
            CompletableFuture<Wire> done = new CompletableFuture<>();
            attempt.loop().execute(() -> done.complete(new Wrapping(below)));
            return done;
        };
        panel.plug(WRAP, 0, wrap);
        return panel;
    }

    /** For the panel, or to be brought along. */
    static Connector lambda(Panel panel) {
        Connector plain = panel.connector("plain").orElseThrow().plugged();
        return (target, attempt) -> plain.connect(target, attempt);
    }

    /** {@code plain} with so many layers that wrap. */
    static Route wrapped(int layers) {
        List<Link> links = new ArrayList<>(List.of(Link.of("plain")));
        for (int i = 0; i < layers; i++) {
            links.add(Link.of(WRAP));
        }
        return new Route(links);
    }
}
