package dev.jackfield.resolver.internal.search;

import static dev.jackfield.resolver.internal.search.LookupTest.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.ResolverOptions.Order;
import dev.jackfield.resolver.Target;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JvmLookupTest {
    private final Scene scene = new Scene();

    /** Why name servers cannot, or shall not, be asked. */
    enum Because {
        THERE_ARE_NONE,
        THE_LOOP_HAS_NO_CHANNELS,
        IT_WAS_SAID
    }

    @ParameterizedTest
    @EnumSource
    void asksTheJvm(Because why) throws Throwable {
        switch (why) {
            case THERE_ARE_NONE -> scene.servers = List.of();
            case THE_LOOP_HAS_NO_CHANNELS -> scene.loop = scene.manual;
            case IT_WAS_SAID -> scene.order = Order.SYSTEM;
        }
        scene.hosts = "10.0.0.1 alpha\n";
        assertThat(scene.resolve("both.test", "http")).containsExactly("[2001:db8::1]:80", "192.0.2.1:80");
        assertThat(scene.resolve("Alpha.", "http")).containsExactly("10.0.0.1:80");
        assertThat(scene.dns.asked).isEmpty();
        assertThat(scene.jvmAsked).containsExactly("both.test");
    }

    @ParameterizedTest
    @CsvSource({
        "both.test, IPV6, [2001:db8::1]:80",
        "BOTH.test., IPV4, 192.0.2.1:80",
        "no_service-1.test, ANY, [2001:db8::1]:80 192.0.2.1:80"
    })
    void takesWhatIsWantedOfItsAnswer(String host, Family family, String expected) throws Throwable {
        scene.servers = List.of();
        assertThat(String.join(
                        " ", scene.resolve(scene.query(HostPort.of(host, 80)).withFamily(family))))
                .isEqualTo(expected);
    }

    @Test
    void saysWhyThereIsNoAddress() {
        scene.servers = List.of();
        assertFails(
                Reason.NO_SUCH_NAME,
                "Cannot resolve \"nowhere.test\": not in /the/hosts; the JVM's resolver: never heard of it",
                () -> scene.resolve("nowhere.test", "80"));
        assertFails(
                Reason.UNAVAILABLE,
                "Cannot resolve \"broken.test\": not in /the/hosts; the JVM's resolver:"
                        + " java.lang.IllegalStateException: oops",
                () -> scene.resolve("broken.test", "80"));
        assertFails(
                Reason.NO_ADDRESS,
                "Cannot resolve \"four.test\": not in /the/hosts; the JVM's resolver knows addresses of another family",
                () -> scene.resolve(scene.query(HostPort.of("four.test", 80)).withFamily(Family.IPV6)));
    }

    @Test
    void letsNobodyWaitForTheJvmWhoDoesNotWantTo() {
        scene.servers = List.of();
        CompletableFuture<List<Target>> stage = scene.begin("both.test", "80");
        scene.manual.run();
        scene.manual.runBlocking();
        scene.manual.run();
        assertThat(scene.manual.blockers()).isEqualTo(1);
        stage.cancel(false);
        scene.manual.settle();
        assertThat(scene.early).isEmpty();
        assertThat(stage).isCancelled();
    }
}
