package dev.jackfield.shell.internal.cords;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
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

    static LayerCord to(String source, Panel panel) {
        return new LayerCord(panel, source, Link.of(source));
    }

    @Override
    public Layer configured(Link wanted) throws UnpluggedException {
        Link renamed = Cord.renamed(wanted, source);
        Cord.check(Kind.LAYER, source, panel);
        Optional<Plug<Layer>> there = panel.layer(source);
        if (there.isPresent()) {
            // So that a mistake in the brackets is found when the route is looked up, as without the cord.
            there.get().plugged().configured(renamed);
        }
        return new LayerCord(panel, source, renamed);
    }

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        Layer layer;
        try {
            Plug<Layer> plug = panel.layer(source, target)
                    .orElseThrow(() -> new UnpluggedException(
                            source, "Expected a layer named \"" + source + "\" for " + target + ", got none"));
            layer = plug.plugged().configured(link);
        } catch (IOException | IllegalArgumentException e) {
            below.close();
            CompletableFuture<Wire> failed = new CompletableFuture<>();
            IOException failure = e instanceof IOException io ? io : new IOException(e.getMessage(), e);
            attempt.loop().execute(() -> failed.completeExceptionally(failure));
            return failed;
        }
        return layer.over(below, target, attempt);
    }

    @Override
    public boolean encrypts() {
        return panel.layer(source).map(plug -> plug.plugged().encrypts()).orElse(false);
    }
}
