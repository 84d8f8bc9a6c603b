package dev.jackfield.resolver.internal.search;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.UnixAddress;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.ResolveFailure;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.Target;
import dev.jackfield.resolver.internal.files.Tables;
import dev.jackfield.resolver.internal.names.Names;
import dev.jackfield.resolver.internal.order.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

/** One look-up, from literals to name servers. <i>Loop-confined.</i> */
public final class Lookup {
    private final Query query;
    private final HostPort target;
    private final Means means;
    private final Outcome outcome;

    private Lookup(Query query, Means means) {
        this.query = query;
        this.target = query.target();
        this.means = means;
        this.outcome = new Outcome(query);
    }

    /** Begins a look-up, from any thread. */
    public static CompletionStage<List<Target>> start(Query query, Means means) {
        Lookup lookup = new Lookup(query, means);
        try {
            query.loop().execute(() -> lookup.outcome.working(lookup::begin));
        } catch (RejectedExecutionException ended) {
            lookup.outcome.rejected(ended);
        }
        return lookup.outcome.stage();
    }

    private void begin() throws ResolveFailure {
        Optional<UnixAddress> path = target.unix();
        if (path.isPresent()) {
            finish(path.get());
            return;
        }
        Optional<IpAddress> literal = target.literal();
        if (literal.isPresent()) {
            finish(List.of(literal.get()));
            return;
        }
        String host = name();
        if (Names.isLocalhost(Names.normal(host))) {
            finish(HostSearch.loopback());
        } else {
            withTables(tables -> search(host, tables));
        }
    }

    private String name() throws ResolveFailure {
        try {
            String host = Names.ascii(target.host());
            Names.check(host);
            return host;
        } catch (ResolveFailure malformed) {
            throw outcome.failure(malformed.reason(), malformed.getMessage());
        }
    }

    private void finish(UnixAddress path) throws ResolveFailure {
        if (query.family() != Family.ANY) {
            throw outcome.failure(Reason.NO_ADDRESS, "UNIX domain sockets have no " + query.family() + " address");
        }
        outcome.complete(List.of(new Target(path, 0)));
    }

    private void finish(List<IpAddress> known) throws ResolveFailure {
        List<IpAddress> wanted = AddressFamilies.only(query.family(), known);
        if (wanted.isEmpty()) {
            throw outcome.failure(Reason.NO_ADDRESS, "it is no " + query.family() + " address");
        }
        if (target.port() != 0 || target.service().isEmpty()) {
            outcome.complete(targets(wanted, target.port()));
        } else {
            withTables(tables -> outcome.complete(targets(wanted, port(tables))));
        }
    }

    private static List<Target> targets(List<IpAddress> addresses, int port) {
        List<Target> targets = new ArrayList<>(addresses.size());
        for (IpAddress address : addresses) {
            targets.add(new Target(address, port));
        }
        return List.copyOf(targets);
    }

    /** A step that needs to know what the files say. */
    @FunctionalInterface
    private interface TablesStep {
        void take(Tables tables) throws ResolveFailure;
    }

    /** At once if the files have been looked at lately. */
    private void withTables(TablesStep step) throws ResolveFailure {
        CompletableFuture<Tables> tables = means.files().current(query.loop().blocking());
        if (tables.isDone()) {
            step.take(tables.join());
        } else {
            tables.whenComplete((found, error) ->
                    Turns.handOver(query.loop(), () -> outcome.working(() -> step.take(tables.join()))));
        }
    }

    private void search(String host, Tables tables) throws ResolveFailure {
        Places places = new Places(query, means, tables, outcome);
        if (places.hasDns() && ServiceQuestion.canBeAsked(target.service())) {
            new ServiceQuestion(query, means, outcome).ask(host, asker(host, tables, places));
        } else {
            places.search(itself(host, tables));
        }
    }

    /** Who falls back on the host itself, and does so provisionally while there is silence. */
    private ServiceQuestion.Asker asker(String host, Tables tables, Places places) {
        return new ServiceQuestion.Asker() {
            @Override
            public void silence() throws ResolveFailure {
                OptionalInt port = knownPort(tables);
                if (port.isPresent()) {
                    places.searchProvisionally(List.of(new Service(0, 0, port.getAsInt(), host)));
                }
            }

            @Override
            public void offered(List<Service> targets) throws ResolveFailure {
                places.search(targets);
            }

            @Override
            public void without() throws ResolveFailure {
                if (!places.settle()) {
                    places.search(itself(host, tables));
                }
            }
        };
    }

    /** The host that was asked for, where nobody tells another. */
    private List<Service> itself(String host, Tables tables) throws ResolveFailure {
        return List.of(new Service(0, 0, port(tables), host));
    }

    private int port(Tables tables) throws ResolveFailure {
        return knownPort(tables)
                .orElseThrow(() -> outcome.failure(
                        Reason.MALFORMED,
                        "there is no service \"" + target.service() + "\" over "
                                + query.transport().protocol() + " in any table"));
    }

    private OptionalInt knownPort(Tables tables) {
        return target.port() != 0 || target.service().isEmpty()
                ? OptionalInt.of(target.port())
                : tables.services().port(target.service(), query.transport().protocol());
    }
}
