package dev.jackfield.itest.osgi;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A framework with clients that can be configured, and an origin that sees their connections. */
abstract class ClientsScene {
    @RegisterExtension
    final FrameworkExtension framework = FrameworkExtension.with("jackfield", "org.apache.felix.configadmin");

    Configuring config;
    Gauge origin;

    @BeforeEach
    void begin() throws Exception {
        config = new Configuring(framework);
        origin = new Gauge();
    }

    @AfterEach
    void end() throws Exception {
        origin.close();
    }

    /** Asks by the client without a name of the tests' own bundle. */
    Function<String, CompletableFuture<String>> get() throws Exception {
        return framework.probe("get", Function.class);
    }
}
