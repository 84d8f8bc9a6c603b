package dev.jackfield.connector.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Whatever {@link ServiceLoader} finds under a name, once somebody wants to connect: who is made by a service loader
 * itself must neither wait for others nor fail because they are missing.
 */
public final class Provided implements Connector {
    private final String name;
    private final ServiceLoader<Connector> loader;
    private volatile Optional<Connector> found = Optional.empty();

    /** Of this name, by the class loader of the thread that asks now. */
    public Provided(String name) {
        this.name = Names.checked(name);
        this.loader = ServiceLoader.load(Connector.class);
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        if (found.isEmpty()) {
            found = find();
        }
        if (found.isPresent()) {
            return found.get().connect(target, attempt);
        }
        CompletableFuture<Wire> failed = new CompletableFuture<>();
        attempt.loop()
                .execute(() -> failed.completeExceptionally(new UnpluggedException(
                        name,
                        "Expected a provider of " + Connector.class.getName() + " named " + name + ", got none")));
        return failed;
    }

    /** Service loaders are for one thread at a time. */
    private synchronized Optional<Connector> find() {
        Providers<Connector> providers = new Providers<>(loader);
        return providers.all().stream()
                .filter(provider -> providers
                        .attempt(provider.type().getName(), () -> Names.of(provider.type()))
                        .filter(name::equals)
                        .isPresent())
                .flatMap(provider -> providers.attempt(provider.type().getName(), provider::get).stream())
                .findFirst();
    }
}
