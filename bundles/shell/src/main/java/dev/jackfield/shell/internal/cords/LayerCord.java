package dev.jackfield.shell.internal.cords;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A cord among the layers. What it leads to is looked up for each connection. */
record LayerCord(Panel panel, String source, Link link) implements Layer, Cord {

    static LayerCord of(String socket, String source, Panel panel) {
        return new LayerCord(panel, source, Link.of(socket));
    }

    @Override
    public Layer configured(Link wanted) throws UnpluggedException {
        Cord.check(Kind.LAYER, source, panel);
        Optional<Plug<Layer>> there = panel.layer(source);
        if (there.isPresent()) {
            // So that a mistake in the brackets is found when the route is looked up, as without the cord.
            there.get().plugged().configured(Cord.renamed(wanted, source));
        }
        return new LayerCord(panel, source, wanted);
    }

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        Layer layer;
        Dial dial;
        try {
            Plug<Layer> plug = panel.layer(source, target)
                    .orElseThrow(() -> new UnpluggedException(
                            source, "Expected a layer named \"" + source + "\" for " + target + ", got none"));
            layer = plug.plugged().configured(Cord.renamed(link, source));
            dial = Dial.within(attempt, link, target, plug);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            below.close();
            CompletableFuture<Wire> failed = new CompletableFuture<>();
            IOException failure = e instanceof IOException io ? io : new IOException(e.getMessage(), e);
            attempt.loop().execute(() -> failed.completeExceptionally(failure));
            return failed;
        }
        return layer.over(below, target, dial);
    }

    @Override
    public boolean encrypts() {
        return panel.layer(source).map(plug -> plug.plugged().encrypts()).orElse(false);
    }
}
