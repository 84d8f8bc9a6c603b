package dev.jackfield.shell.internal.cords;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A cord among the connectors. What it leads to is looked up for each connection. */
record ConnectorCord(Panel panel, String source, Link link) implements Connector, Cord {

    static ConnectorCord to(String source, Panel panel) {
        return new ConnectorCord(panel, source, Link.of(source));
    }

    @Override
    public Connector configured(Link wanted) throws UnpluggedException {
        Link renamed = Cord.renamed(wanted, source);
        Cord.check(Kind.CONNECTOR, source, panel);
        Optional<Plug<Connector>> there = panel.connector(source);
        if (there.isPresent()) {
            // So that a mistake in the brackets is found when the route is looked up, as without the cord.
            there.get().plugged().configured(renamed);
        }
        return new ConnectorCord(panel, source, renamed);
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        Connector connector;
        try {
            Plug<Connector> plug = panel.connector(source, target)
                    .orElseThrow(() -> new UnpluggedException(
                            source, "Expected a connector named \"" + source + "\" for " + target + ", got none"));
            connector = plug.plugged().configured(link);
        } catch (IOException | IllegalArgumentException e) {
            CompletableFuture<Wire> failed = new CompletableFuture<>();
            IOException failure = e instanceof IOException io ? io : new IOException(e.getMessage(), e);
            attempt.loop().execute(() -> failed.completeExceptionally(failure));
            return failed;
        }
        return connector.connect(target, attempt);
    }
}
