package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The seed's functions as a service, over what is plugged in. */
class AnyEventIT {
    @RegisterExtension
    final FrameworkExtension framework = FrameworkExtension.with("jackfield-anyevent");

    @Test
    void connectsByThePlugInUse() throws Exception {
        BiFunction<String, String, CompletableFuture<String>> connect = framework.probe("anyevent", BiFunction.class);

        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            String port = "" + server.getLocalPort();
            assertThat(connect.apply("127.1", port).get(10, TimeUnit.SECONDS)).isEqualTo("127.0.0.1 " + port);
            assertThat(connect.apply("localhost", "any=" + port).get(10, TimeUnit.SECONDS))
                    .isEqualTo("127.0.0.1 " + port);
            framework.bundle("connector-plain").stop();
            assertThat(connect.apply("127.1", port).get(10, TimeUnit.SECONDS)).isEqualTo("EIO");
            framework.bundle("connector-plain").start();
            assertThat(connect.apply("127.1", port).get(10, TimeUnit.SECONDS)).isEqualTo("127.0.0.1 " + port);
        }
    }

    @Test
    void getsByThePlugInUse() throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("anyevent-http", Function.class);

        try (Echo echo = new Echo("TE")) {
            assertThat(get.apply(echo.url()).get(10, TimeUnit.SECONDS)).isEqualTo("200 trailers");
            framework.bundle("connector-plain").stop();
            assertThat(get.apply(echo.url()).get(10, TimeUnit.SECONDS)).isEqualTo("595 undef");
        }
        assertThat(get.apply("ftp://a.test/").get(10, TimeUnit.SECONDS)).isEqualTo("599 undef");
    }
}
