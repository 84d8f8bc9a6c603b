package dev.jackfield.resolver.internal;

import dev.jackfield.address.IpAddress;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.ResolverOptions.Order;
import dev.jackfield.resolver.internal.files.MachineFiles;
import dev.jackfield.resolver.internal.files.TableFiles;
import dev.jackfield.resolver.internal.order.ConnectedSources;
import dev.jackfield.resolver.internal.order.DestinationOrder;
import dev.jackfield.resolver.internal.order.ServiceOrder;
import dev.jackfield.resolver.internal.search.CachedDns;
import dev.jackfield.resolver.internal.search.Dns;
import dev.jackfield.resolver.internal.search.Means;
import dev.jackfield.resolver.internal.stub.Stub;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/** Puts together what look-ups work with. */
final class MeansOf {
    private MeansOf() {}

    static Means standard(ResolverOptions options) {
        TableFiles files = new TableFiles(MachineFiles.of(options), System::nanoTime);
        Stub stub = new Stub(files::dns);
        Dns dns = (question, loop) -> stub.ask(question.name(), question.type(), loop);
        return means(
                options.order(),
                options,
                files,
                new CachedDns(dns, files::dns, options, System::nanoTime),
                new DestinationOrder(new ConnectedSources(System::nanoTime))::sort);
    }

    /** Leaves to the operating system all that it does, and the order of addresses as well. */
    static Means system(ResolverOptions options) {
        return means(
                Order.SYSTEM,
                options,
                new TableFiles(MachineFiles.withoutHosts(options), System::nanoTime),
                (question, loop) -> {
                    throw new IllegalStateException("Expected the JVM to be asked, got " + question);
                },
                addresses -> addresses);
    }

    private static Means means(
            Order order, ResolverOptions options, TableFiles files, Dns dns, UnaryOperator<List<IpAddress>> addresses) {
        return new Means(
                order,
                options.resolutionDelay(),
                files,
                dns,
                InetAddress::getAllByName,
                addresses,
                new ServiceOrder(bound -> ThreadLocalRandom.current().nextInt(bound))::sort);
    }
}
