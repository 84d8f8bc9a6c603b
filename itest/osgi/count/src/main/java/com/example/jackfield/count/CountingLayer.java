package com.example.jackfield.count;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.osgi.service.component.annotations.Component;

/**
 * Counts the bytes that go over its wires, in both directions together, under the name in the brackets of its link:
 * {@code plain > count(billing) > tls(high)} counts what TLS makes of the data, {@code plain > tls(high) > count(billing)}
 * the data.
 *
 * <p>In OSGi it is a service under two interfaces: the panel takes the layer, by the name {@code count}; whoever wants to
 * know the counts looks for the function. Elsewhere {@link java.util.ServiceLoader} finds the layer.
 *
 * <p><i>Thread-safe</i>: several loops use one layer at the same time.
 */
@Component(service = {Layer.class, ToLongFunction.class})
@JackfieldName("count")
public final class CountingLayer implements Layer, ToLongFunction<String> {
    private static final String NOBODY = "";

    private final Map<String, LongAdder> counters;
    private final LongAdder counter;

    /** As a service, or as a provider. */
    public CountingLayer() {
        this(new ConcurrentHashMap<>(), NOBODY);
    }

    private CountingLayer(Map<String, LongAdder> counters, String name) {
        this.counters = counters;
        this.counter = counters.computeIfAbsent(name, any -> new LongAdder());
    }

    /** Each link has an option of its own, so this gives a layer for it. What it cannot read, it refuses. */
    @Override
    public Layer configured(Link link) throws UnpluggedException {
        return link.option().isEmpty() ? Layer.super.configured(link) : new CountingLayer(counters, link.option());
    }

    /** There is nothing to shake hands about, but the rules hold all the same. */
    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        CompletableFuture<Wire> done = new CompletableFuture<>();
        // Rule 4: cancelled before the end, everything is closed at once. Rule 5: afterwards, it is none of our
        // business.
        attempt.whenCancelled(() -> {
            if (!done.isDone()) {
                below.close();
            }
        });
        // Rule 1: on the loop, and not before this call has returned.
        attempt.loop().execute(() -> {
            if (!attempt.cancelled()) {
                done.complete(new CountedWire(below, counter));
            }
        });
        return done;
    }

    /** The bytes counted under a name so far, from 0. */
    @Override
    public long applyAsLong(String name) {
        LongAdder counted = counters.get(name);
        return counted == null ? 0 : counted.sum();
    }
}
