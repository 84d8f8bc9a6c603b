package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** Each bundle has a client of its own, over what all share. */
class ClientsIT extends ClientsScene {
    private static final String PID = "dev.jackfield.http";
    private static final String OTHER = "com.example.other";

    @Test
    void whatABundleHasBegunEndsWhenItStops() throws Exception {
        Bundle other = other();
        Function<String, CompletableFuture<String>> mine = get();
        Function<String, CompletableFuture<String>> theirs = framework.probe(other, "get", Function.class);
        Supplier<String> clients = framework.probe("clients", Supplier.class);
        assertThat(mine.apply(origin.url()).join()).startsWith("200 Jackfield");
        assertThat(theirs.apply(origin.url()).join()).startsWith("200 Jackfield");
        CompletableFuture<String> myHeld = mine.apply(origin.url() + "hold");
        CompletableFuture<String> theirHeld = theirs.apply(origin.url() + "hold");
        origin.awaitHeld(2);
        assertThat(theirs.apply(origin.url()).join()).startsWith("200 Jackfield");
        origin.awaitOpen(3);
        assertThat(clients.get())
                .isEqualTo(FrameworkExtension.owner(other) + " '' 2 [BUSY, IDLE]\n"
                        + FrameworkExtension.owner(framework.bundle("itest-osgi")) + " '' 1 [BUSY]");

        other.stop();

        assertThat(theirHeld.join()).isEqualTo("599 The client was closed");
        origin.awaitOpen(1);
        assertThat(clients.get()).isEqualTo(FrameworkExtension.owner(framework.bundle("itest-osgi")) + " '' 1 [BUSY]");
        origin.release();
        assertThat(myHeld.join()).startsWith("200 Jackfield");
        assertThat(framework.bundle("itest-osgi").getServicesInUse()).isNotEmpty();
    }

    @Test
    void aBundleHasOneHoweverOftenItTakesIt() throws Exception {
        Supplier<String> take = framework.probe("take", Supplier.class);
        Supplier<String> clients = framework.probe("clients", Supplier.class);
        String before = clients.get();

        assertThat(take.get())
                .startsWith("same=true held=595 ")
                .contains("returned=599 The client is closed")
                .endsWith("scope=bundle");

        assertThat(clients.get()).isEqualTo(before);
    }

    @Test
    void aConfigurationHoldsForAll() throws Exception {
        Bundle other = other();
        Function<String, CompletableFuture<String>> mine = get();
        Function<String, CompletableFuture<String>> theirs = framework.probe(other, "get", Function.class);

        config.change(PID, Map.of("user.agent", "Both"));

        assertThat(mine.apply(origin.url()).join()).startsWith("200 Both,");
        assertThat(theirs.apply(origin.url()).join()).startsWith("200 Both,");
    }

    @Test
    void whoComesAfterAWrongConfigurationGoesByTheFormerOne() throws Exception {
        config.change(PID, Map.of("user.agent", "Former"));
        config.change(PID, Map.of("rout", "plain"));

        Function<String, CompletableFuture<String>> theirs = framework.probe(other(), "get", Function.class);

        assertThat(theirs.apply(origin.url()).join()).startsWith("200 Former,");
    }

    @Test
    void cookiesAreSharedOrOnesOwn() throws Exception {
        Bundle other = other();
        Function<String, CompletableFuture<String>> mine = get();
        Function<String, CompletableFuture<String>> theirs = framework.probe(other, "get", Function.class);

        config.change(PID, Map.of("cookies", "own"));
        assertThat(mine.apply(origin.url()).join()).endsWith(", no cookie");
        assertThat(mine.apply(origin.url()).join()).endsWith(", a=1");
        assertThat(theirs.apply(origin.url()).join()).endsWith(", no cookie");
        assertThat(theirs.apply(origin.url()).join()).endsWith(", a=1");

        other.stop();
        other.start();
        Function<String, CompletableFuture<String>> again = framework.probe(other, "get", Function.class);
        assertThat(again.apply(origin.url()).join()).endsWith(", no cookie");

        config.change(PID, Map.of("cookies", "shared"));
        assertThat(mine.apply(origin.url()).join()).endsWith(", no cookie");
        assertThat(again.apply(origin.url()).join()).endsWith(", a=1");
        config.change(PID, Map.of("cookies", "none"));
        assertThat(mine.apply(origin.url()).join()).endsWith(", no cookie");
    }

    /** The probes once more, as somebody else's bundle. */
    private Bundle other() throws Exception {
        Bundle bundle = framework.context().installBundle(OTHER, Reissue.named(Jars.probe(), OTHER));
        bundle.start();
        return bundle;
    }
}
