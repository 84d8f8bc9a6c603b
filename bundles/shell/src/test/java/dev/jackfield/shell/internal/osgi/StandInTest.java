package dev.jackfield.shell.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.loop.Loops;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.lang.reflect.Proxy;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Resolvers come and go while names are looked up. */
@Timeout(10)
class StandInTest {
    private final Loops loops = Loops.create(1);
    private final Query query =
            Query.of(HostPort.parse("x.test:80", 80), loops.all().get(0));
    private final List<Target> found = List.of();
    private final Resolver resolver = asked -> CompletableFuture.completedStage(found);
    private final ServiceReference<?> gone = reference("gone");
    private final ServiceReference<?> there = reference("there");
    private final Deque<ServiceReference<?>> known = new ArrayDeque<>();
    private final List<String> returned = new ArrayList<>();

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void asksTheSuccessorOfOneThatGoesAway() throws Exception {
        known.addAll(List.of(gone, there));
        assertThat(ask()).isSameAs(found);
        assertThat(returned).containsExactly("there");
    }

    @Test
    void saysThatThereIsNone() {
        assertNone();
        known.add(gone);
        assertNone();
    }

    @Test
    void doesNotAskForEverWhatIsNeverHandedOut() {
        known.addAll(List.of(gone, gone, gone));
        assertNone();
        assertThat(known).hasSize(1);
    }

    private void assertNone() {
        assertThatThrownBy(this::ask)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("Expected a resolver for x.test:80, got none");
    }

    private List<Target> ask() throws Exception {
        return StandIn.resolve(context(), query).toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getServiceReference" -> known.poll();
                    case "getService" -> arguments[0] == there ? resolver : null;
                    case "ungetService" -> returned.add(arguments[0].toString());
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    private static ServiceReference<?> reference(String name) {
        return (ServiceReference<?>) Proxy.newProxyInstance(
                ServiceReference.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> name.hashCode();
                    case "toString" -> name;
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }
}
