package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.origin.Certified;
import dev.jackfield.itest.origin.Origin;
import dev.jackfield.itest.origin.SocksProxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceReference;

/** Each bundle is configured under its own name. */
class ConfigIT {
    @RegisterExtension
    final FrameworkExtension framework =
            FrameworkExtension.with("jackfield", "connector-socks", "org.apache.felix.configadmin");

    @Test
    void takesAConfigurationWhileItRuns() throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);
        BiFunction<String, Integer, AutoCloseable> lambdas = framework.probe("lambda", BiFunction.class);

        try (Origin origin = new Origin("Hello "::concat);
                AutoCloseable lambda = lambdas.apply("other", 0)) {
            LongSupplier connects = (LongSupplier) lambda;
            assertThat(get.apply(origin.url()).join()).startsWith("200 Hello");
            assertThat(connects.getAsLong()).isZero();

            configure("dev.jackfield.http", Map.of("route", "other"), "dev.jackfield.http.HttpClient");

            assertThat(get.apply(origin.url()).join()).startsWith("200 Hello");
            assertThat(connects.getAsLong()).isEqualTo(1);
        }
    }

    @Test
    void takesOtherRoutesWhileItRuns() throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);

        try (Origin origin = new Origin("Hello "::concat);
                SocksProxy proxy = new SocksProxy()) {
            String far = origin.url().replace("127.0.0.1", "far.test");
            String route = "plain > socks5(" + proxy.address() + ")";
            assertThat(get.apply(origin.url()).join()).startsWith("200 Hello");

            configure(
                    "dev.jackfield.http",
                    Map.of("routes", new String[] {"*.test = " + route}),
                    "dev.jackfield.http.HttpClient");

            assertThat(get.apply(far).join()).startsWith("200 Hello");
            assertThat(get.apply(origin.url()).join()).startsWith("200 Hello");
            assertThat(proxy.asked()).containsExactly("far.test");

            configure("dev.jackfield.http", Map.of("route", route), "dev.jackfield.http.HttpClient");

            assertThat(get.apply(origin.url()).join()).startsWith("200 Hello");
            assertThat(proxy.asked()).containsExactly("far.test", "127.0.0.1");

            framework.bundle("connector-socks").stop();

            assertThat(get.apply(origin.url()).join()).startsWith("595 ").contains("socks5");
        }
    }

    @Test
    void takesAnotherWayToEncryptWhileItRuns() throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);

        try (Origin origin = new Certified().origin()) {
            assertThat(get.apply(origin.url()).join()).startsWith("596 ").contains("certificate");

            configure("dev.jackfield.http", Map.of("tls", "tls(low)"), "dev.jackfield.http.HttpClient");

            assertThat(get.apply(origin.url()).join()).isEqualTo("200 " + Origin.BODY);
        }
    }

    @Test
    void aChangeOfTheLoopsEndsNoClient() throws Exception {
        String client = "dev.jackfield.http.Clients";
        String loops = "dev.jackfield.loop.Loops";
        long clientBefore = id(client);
        long loopsBefore = id(loops);

        for (Map<String, Object> change : List.<Map<String, Object>>of(
                Map.of("threads", 2), Map.of("count", 0), Map.of("count", 3), Map.of("count", "none"))) {
            configure("dev.jackfield.loop", change, loops);
            assertThat(id(loops)).as("after %s", change).isEqualTo(loopsBefore);
            assertThat(id(client)).as("after %s", change).isEqualTo(clientBefore);
        }
    }

    private long id(String service) throws Exception {
        // All: this side has no such class, and is shown no service that it could not use.
        ServiceReference<?>[] all = framework.context().getAllServiceReferences(service, null);
        assertThat(all).as(service).hasSize(1);
        return (Long) all[0].getProperty("service.id");
    }

    @Test
    void takesCookiesOfTheJarThatIsThere() throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);
        BiFunction<String, Integer, AutoCloseable> jars = framework.probe("jar", BiFunction.class);

        try (Echo origin = new Echo("Cookie")) {
            AutoCloseable low = jars.apply("low", 10);
            assertThat(get.apply(origin.url()).join()).isEqualTo("200 none");

            configure("dev.jackfield.http", Map.of("cookies", true), "dev.jackfield.http.HttpClient");

            assertThat(get.apply(origin.url()).join()).isEqualTo("200 low=1");
            AutoCloseable high = jars.apply("high", 20);
            assertThat(get.apply(origin.url()).join()).isEqualTo("200 high=1");
            high.close();
            assertThat(get.apply(origin.url()).join()).isEqualTo("200 low=1");
            low.close();
            // What is left is the bundle's own, which is empty.
            assertThat(get.apply(origin.url()).join()).isEqualTo("200 none");
        }
    }

    @Test
    void aWrongConfigurationLeavesTheFormerOne() throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);

        try (Origin origin = new Origin("Hello "::concat);
                SocksProxy proxy = new SocksProxy()) {
            String route = "plain > socks5(" + proxy.address() + ")";
            configure("dev.jackfield.http", Map.of("route", route), "dev.jackfield.http.HttpClient");

            for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                    Map.of("timeout", "soon"),
                    Map.of("timeout", ""),
                    Map.of("max.body", "x"),
                    Map.of("timeout", 99_999_999_999L),
                    Map.of("rout", "plain"))) {
                configure("dev.jackfield.http", wrong, "dev.jackfield.http.HttpClient");
                // A name that only the proxy knows, and each time another one, for which no connection is kept.
                String far = "no" + proxy.asked().size() + ".test";
                assertThat(get.apply(origin.url().replace("127.0.0.1", far)).join())
                        .as("after %s", wrong)
                        .startsWith("200 Hello");
            }
            assertThat(proxy.asked()).containsExactly("no0.test", "no1.test", "no2.test", "no3.test", "no4.test");
        }
    }

    @Test
    void aClientThatBeginsWithAWrongConfigurationSendsNothing() throws Exception {
        BiConsumer<String, Map<String, Object>> config = framework.probe("config", BiConsumer.class);

        try (Origin origin = new Origin("Hello "::concat)) {
            for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                    Map.of("route", "plain > socks5(127.0.0.1:9050"),
                    Map.of("routs", "plain"),
                    Map.of("timeout", "soon"))) {
                framework.bundle("http").stop();
                config.accept("dev.jackfield.http", wrong);
                framework.bundle("http").start();

                Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);
                assertThat(get.apply(origin.url()).join())
                        .startsWith("599 Configuration dev.jackfield.http: ")
                        .contains(wrong.keySet());
            }
            configure("dev.jackfield.http", Map.of("route", "plain"), "dev.jackfield.http.HttpClient");

            Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);
            assertThat(get.apply(origin.url()).join()).startsWith("200 Hello");
        }
    }

    @Test
    void looksNamesUpInAConfiguredHostsFile(@TempDir Path folder) throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 configured.test\n::1 configured.test\n");
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);

        try (Origin origin = new Origin("Hello "::concat)) {
            String url = origin.url().replace("127.0.0.1", "configured.test");

            configure("dev.jackfield.resolver", Map.of("hosts", hosts.toString()), "dev.jackfield.resolver.Resolver");

            assertThat(get.apply(url).join()).startsWith("200 Hello");

            configure("dev.jackfield.connector.plain", Map.of("family", "ipv6"), "dev.jackfield.connector.Connector");

            // The origin listens on 127.0.0.1 alone.
            assertThat(get.apply(origin.url()).join()).startsWith("595 ").contains("127.0.0.1");
        }
    }

    @Test
    void loadsAndSavesTheCookiesOfAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("cookies.txt"), "h.test\tFALSE\t/\tFALSE\t9999999999\tsaved\t1\n");
        BiFunction<String, String, String> jar = framework.probe("cookies", BiFunction.class);
        assertThat(jar.apply("h.test", "early=2; Max-Age=1000")).isEqualTo("early=2");

        configure("dev.jackfield.cookies", Map.of("file", file.toString()), "dev.jackfield.cookies.CookieJar");
        assertThat(jar.apply("h.test", "late=3; Max-Age=1000")).isEqualTo("saved=1; early=2; late=3");
        framework.bundle("cookies").stop();

        assertThat(file).content().contains("saved\t1", "early\t2", "late\t3");
    }

    private void configure(String pid, Map<String, Object> properties, String service) throws Exception {
        new Configuring(framework).change(pid, properties, service);
    }
}
