package dev.jackfield.shell.internal.cords;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
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

    static ConnectorCord of(String socket, String source, Panel panel) {
        return new ConnectorCord(panel, source, Link.of(socket));
    }

    @Override
    public Connector configured(Link wanted) throws UnpluggedException {
        Cord.check(Kind.CONNECTOR, source, panel);
        Optional<Plug<Connector>> there = panel.connector(source);
        if (there.isPresent()) {
            // So that a mistake in the brackets is found when the route is looked up, as without the cord.
            there.get().plugged().configured(Cord.renamed(wanted, source));
        }
        return new ConnectorCord(panel, source, wanted);
    }

    @Override
    public Connector towards(HostPort whom) {
        return (address, attempt) -> connect(whom, address, attempt);
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        return connect(target, target, attempt);
    }

    private CompletionStage<Wire> connect(HostPort whom, HostPort target, Attempt attempt) {
        Connector connector;
        Dial dial;
        try {
            Plug<Connector> plug = panel.connector(source, whom)
                    .orElseThrow(() -> new UnpluggedException(
                            source, "Expected a connector named \"" + source + "\" for " + whom + ", got none"));
            connector = plug.plugged().configured(Cord.renamed(link, source)).towards(whom);
            dial = Dial.within(attempt, link, target, plug);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            CompletableFuture<Wire> failed = new CompletableFuture<>();
            IOException failure = e instanceof IOException io ? io : new IOException(e.getMessage(), e);
            attempt.loop().execute(() -> failed.completeExceptionally(failure));
            return failed;
        }
        return connector.connect(target, dial);
    }
}
