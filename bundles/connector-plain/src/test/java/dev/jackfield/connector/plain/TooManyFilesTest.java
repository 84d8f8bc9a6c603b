package dev.jackfield.connector.plain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.LoopbackPeer;
import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is wrong on this side is told as well, and the connector works again when it is over. In a JVM of its own. */
class TooManyFilesTest {
    @Test
    void saysWhyAndWorksAgainAfterwards() throws Exception {
        Path shell = Path.of("/bin/sh");
        assumeTrue(Files.isExecutable(shell), "needs a shell that limits the number of files");
        Process process = new ProcessBuilder(
                        shell.toString(),
                        "-c",
                        "ulimit -n 200 && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TooManyFilesTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said.lines())
                .containsExactly(
                        "connected", "Cannot connect to 127.0.0.1: 127.0.0.1: Too many open files", "connected");
    }

    /** Connects while there are files, while there are none, and afterwards. */
    public static void main(String[] arguments) throws Exception {
        try (Loops loops = Loops.create(1);
                LoopbackPeer peer = LoopbackPeer.open()) {
            ChannelLoop loop = loops.all().get(0);
            System.out.println(outcome(loop, peer.address()));
            // Classes come from files, too: all that a failure needs has to be there before.
            outcome(loop, LoopbackPeer.refusing());
            List<DatagramSocket> files = new ArrayList<>();
            try {
                while (true) {
                    files.add(new DatagramSocket());
                }
            } catch (IOException full) {
                System.out.println(outcome(loop, peer.address())
                        .replace(":" + peer.address().port(), ""));
            }
            files.forEach(DatagramSocket::close);
            System.out.println(outcome(loop, peer.address()));
        }
    }

    private static String outcome(ChannelLoop loop, HostPort target) throws Exception {
        CompletableFuture<String> outcome = new CompletableFuture<>();
        loop.execute(() -> PlainConnector.over(Scripted.to("127.0.0.1"))
                .connect(target, Dial.on(loop))
                .whenComplete((wire, error) -> {
                    if (wire != null) {
                        wire.close();
                    }
                    outcome.complete(error == null ? "connected" : error.getMessage());
                }));
        return outcome.get(10, TimeUnit.SECONDS);
    }
}
