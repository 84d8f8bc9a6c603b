package dev.jackfield.resolver.internal.search;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.ServiceNames;
import dev.jackfield.loop.Loop;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.ResolverOptions.Order;
import dev.jackfield.resolver.Target;
import dev.jackfield.resolver.internal.files.HostsText;
import dev.jackfield.resolver.internal.files.TableFiles;
import dev.jackfield.resolver.internal.files.Tables;
import dev.jackfield.resolver.internal.order.DestinationOrder;
import dev.jackfield.resolver.internal.order.ServiceOrder;
import dev.jackfield.resolver.internal.order.Source;
import dev.jackfield.resolver.internal.stub.StubConfig;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.ManualLoops;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A machine with a hosts file, name servers and a JVM that only exist here. */
final class Scene {
    static final Duration PATIENCE = Duration.ofMillis(50);

    final ManualLoop manual = new ManualLoop();
    final ScriptedDns dns = new ScriptedDns();
    Dns answers = dns;
    final List<String> jvmAsked = new ArrayList<>();
    final List<List<String>> early = new ArrayList<>();
    Runnable whenHeard = () -> {};
    Loop loop = new ManualLoops(manual);
    String hosts = "";
    String services = "";
    Order order = Order.HOSTS_FIRST;
    List<InetSocketAddress> servers = List.of(new InetSocketAddress("127.0.0.1", 53));
    /** Which addresses this machine has a way to; the others are tried last (RFC 6724, rule 1). */
    boolean reachesFour = true;

    boolean reachesSix = true;
    private TableFiles files;

    CompletableFuture<List<Target>> begin(Query query) {
        if (files == null) {
            files = new TableFiles(this::tables, manual::nanoTime);
        }
        Means means = new Means(
                order,
                PATIENCE,
                files,
                answers,
                this::jvm,
                new DestinationOrder(this::source)::sort,
                new ServiceOrder(bound -> bound - 1)::sort);
        return Lookup.start(query.withEarly(this::hear), means).toCompletableFuture();
    }

    private void hear(List<Target> targets) {
        early.add(texts(targets));
        whenHeard.run();
    }

    Query query(HostPort target) {
        return Query.of(target, loop);
    }

    CompletableFuture<List<Target>> begin(String host, String service) {
        return begin(query(HostPort.of(host, service)));
    }

    /** What comes of a look-up, all at once. */
    List<String> resolve(Query query) throws Throwable {
        CompletableFuture<List<Target>> stage = begin(query);
        manual.settle();
        return end(stage);
    }

    List<String> resolve(String host, String service) throws Throwable {
        return resolve(query(HostPort.of(host, service)));
    }

    static List<String> end(CompletableFuture<List<Target>> stage) throws Throwable {
        if (!stage.isDone()) {
            throw new AssertionError("Expected an end");
        }
        try {
            return texts(stage.join());
        } catch (CompletionException e) {
            throw e.getCause();
        }
    }

    static List<String> texts(List<Target> targets) {
        return targets.stream()
                .map(target -> target.rank() == 0 ? target.toString() : target + "/" + target.rank())
                .toList();
    }

    /** Runs on the loop, and all that comes of it. */
    void onLoop(Runnable task) {
        loop.execute(task);
        manual.settle();
    }

    private Tables tables() {
        return new Tables(
                HostsText.hosts(hosts),
                StubConfig.defaults(servers),
                ServiceNames.parse(services).or(ServiceNames.builtIn()));
    }

    private Optional<Source> source(IpAddress destination) {
        boolean reached = destination instanceof Ipv4 ? reachesFour : reachesSix;
        return reached ? Optional.of(new Source(destination)) : Optional.empty();
    }

    private InetAddress[] jvm(String name) throws UnknownHostException {
        if (manual.inLoop()) {
            throw new IllegalStateException("Expected to be asked off the loop");
        }
        jvmAsked.add(name);
        InetAddress four = IpAddress.of("192.0.2.1").toInetAddress();
        return switch (name) {
            case "nowhere.test" -> throw new UnknownHostException("never heard of it");
            case "broken.test" -> throw new IllegalStateException("oops");
            case "four.test" -> new InetAddress[] {four};
            default -> new InetAddress[] {four, IpAddress.of("2001:db8::1").toInetAddress(), four};
        };
    }
}
