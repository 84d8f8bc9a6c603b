package dev.jackfield.connector.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Hop;
import dev.jackfield.connector.HopFailure;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * A connector and the layers over it, one after the other. Each layer sees an attempt of its own, so that one which takes
 * too long can be called off without its help, and told apart.
 *
 * <p><i>Thread-safe</i>: what belongs to one attempt is in {@link Walk}.
 */
public record Chain(Route route, Way way, Connector connector, List<Layer> layers) implements Connector {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector");

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        return new Walk(route.hops(target), attempt).begin();
    }

    /** One attempt, on its way from hop to hop. Confined to the attempt's loop. */
    private final class Walk {
        private final List<Hop> hops;
        private final Attempt attempt;
        private final CompletableFuture<Wire> done = new CompletableFuture<>();
        private final List<Wire> wires = new ArrayList<>();
        private int at;
        private Step step;

        Walk(List<Hop> hops, Attempt attempt) {
            this.hops = hops;
            this.attempt = attempt;
        }

        CompletionStage<Wire> begin() {
            attempt.whenCancelled(this::cancelled);
            Hop hop = hops.get(0);
            try {
                attempt.entering(hop);
                listen(hop, connector.connect(hop.target(), way.begin(attempt)));
            } catch (RuntimeException | Error e) {
                // Not before the call returned, even if the connector is that fast to fail.
                attempt.loop()
                        .execute(() -> broken(hop, Circle.told(e, hop.link().name())));
            }
            return done;
        }

        private void cancelled() {
            if (step != null) {
                step.cancel();
            }
        }

        private void listen(Hop hop, CompletionStage<Wire> stage) {
            Step mine = step;
            Objects.requireNonNull(stage, "Expected a stage from the link, got null")
                    .whenComplete((wire, error) -> {
                        if (attempt.loop().inLoop()) {
                            completed(hop, mine, wire, error);
                        } else {
                            attempt.loop().execute(() -> completed(hop, mine, wire, error));
                        }
                    });
        }

        private void completed(Hop hop, Step finished, Wire wire, Throwable error) {
            boolean late = finished != null && !finished.end();
            if (late || attempt.cancelled()) {
                if (wire != null) {
                    wire.close();
                }
            } else if (wire == null) {
                broken(
                        hop,
                        error == null ? new NullPointerException("Expected a wire from the link, got null") : error);
            } else if (hop.last()) {
                done.complete(wire);
            } else {
                wires.add(wire);
                next(wire);
            }
        }

        private void next(Wire below) {
            Hop hop = hops.get(++at);
            step = new Step(way.at(at, attempt), below, failure -> done.completeExceptionally(told(hop, failure)));
            try {
                step.begin();
                attempt.entering(hop);
                listen(hop, layers.get(at - 1).over(below, hop.target(), step));
            } catch (RuntimeException | Error e) {
                if (step.end()) {
                    broken(hop, Circle.told(e, hop.link().name()));
                }
            }
        }

        /** A link has failed. */
        private void broken(Hop hop, Throwable error) {
            Throwable told = told(hop, error);
            leaveBelow();
            done.completeExceptionally(told);
        }

        private Throwable told(Hop hop, Throwable error) {
            boolean wrapped = error instanceof CompletionException && error.getCause() != null;
            Throwable cause = wrapped ? error.getCause() : error;
            // A route of one link has but one place where it can break down.
            return hop.of() == 1 ? cause : brokenBelow().orElseGet(() -> new HopFailure(hop, cause));
        }

        /** A layer that keeps to the rules has closed it by now. */
        private void leaveBelow() {
            try {
                if (!wires.isEmpty()) {
                    wires.get(wires.size() - 1).close();
                }
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "Closing a wire of " + route + " failed", e);
            }
        }

        /** Whoever is over a wire that is broken can only fail. */
        private Optional<HopFailure> brokenBelow() {
            for (int i = 0; i < wires.size(); i++) {
                Hop hop = hops.get(i);
                Optional<HopFailure> broken = reason(wires.get(i)).map(reason -> new HopFailure(hop, reason));
                if (broken.isPresent()) {
                    return broken;
                }
            }
            return Optional.empty();
        }

        private Optional<IOException> reason(Wire wire) {
            try {
                return Objects.requireNonNull(wire.beneath(IOException.class), "Expected an Optional, got null");
            } catch (RuntimeException | Error e) {
                // Somebody else's wire, which has nothing to say then.
                return Optional.empty();
            }
        }
    }
}
