package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.BackAtZero;
import dev.jackfield.testkit.BlackHole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody there, or nobody who answers. */
class SilentPeerIT {
    private final Loops loops = Loops.create(1);
    private final HttpClient client =
            HttpClient.create(ClientOptions.defaults().withTimeout(Duration.ofMillis(500)), loops, Panel.open());

    @AfterEach
    void nothingIsLeftBehind() {
        client.close();
        new BackAtZero(() -> Map.of(
                        "connections", client.readings().connections(),
                        "channels", loops.load().channels(),
                        "timers", loops.load().timers()))
                .check();
        loops.close();
    }

    @Test
    void refused() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        HttpFailure failure = failure("http://127.0.0.1:" + port + "/");
        assertThat(failure.code()).isEqualTo(595);
        assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
        assertThat(failure).hasMessageContaining("127.0.0.1:" + port).hasMessageContaining("refused");
    }

    @Test
    void blackHoled() throws IOException {
        try (BlackHole hole = BlackHole.open()) {
            HttpFailure failure = failure("http://127.0.0.1:" + hole.address().port() + "/");
            assertThat(failure.code()).isEqualTo(595);
            assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
        }
    }

    @Test
    void stalled() throws IOException {
        // The system accepts on behalf of a listener that never does.
        try (ServerSocket stalled = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            HttpFailure failure = failure("http://127.0.0.1:" + stalled.getLocalPort() + "/");
            assertThat(failure.code()).isEqualTo(596);
            assertThat(failure.phase()).isEqualTo(Phase.HEAD);
        }
    }

    private HttpFailure failure(String url) {
        ExecutionException thrown = catchThrowableOfType(
                ExecutionException.class, () -> client.get(url).get(10, TimeUnit.SECONDS));
        return (HttpFailure) thrown.getCause();
    }
}
