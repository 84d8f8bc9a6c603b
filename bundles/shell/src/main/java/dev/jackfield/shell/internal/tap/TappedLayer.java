package dev.jackfield.shell.internal.tap;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Hop;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import dev.jackfield.shell.internal.tap.Itinerary.Place;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A layer that takes the tap from the wire below and puts it on its own. <i>Thread-safe.</i> */
record TappedLayer(Consumer<String> lines, Link link, String owner, Layer layer, Place place) implements Layer {

    static TappedLayer of(Consumer<String> lines, Plug<Layer> plug, Place place) {
        return new TappedLayer(lines, Link.of(plug.name()), plug.owner(), plug.plugged(), place);
    }

    @Override
    public Layer configured(Link wanted) throws UnpluggedException {
        return new TappedLayer(lines, wanted, owner, layer.configured(wanted), place);
    }

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        lines.accept("* " + new Hop(place.number(), place.of(), link, target) + " (" + owner + ")");
        return layer.over(TappedWire.untapped(below), target, attempt).thenApply(wire -> {
            if (layer.encrypts()) {
                Security.of(wire).forEach(line -> lines.accept("* " + line));
            }
            return new TappedWire(wire, lines);
        });
    }

    @Override
    public boolean encrypts() {
        return layer.encrypts();
    }

    @Override
    public Guard watch(Runnable changed) {
        return layer.watch(changed);
    }
}
