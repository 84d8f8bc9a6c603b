package dev.jackfield.testkit.internal.layer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.Layer;
import dev.jackfield.testkit.PipeWire;
import dev.jackfield.testkit.internal.Transfer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

/** What a failed handshake tells: not the password, neither as it stands nor as it travels in a header field. */
public final class Secrets {
    private final Subject subject;
    private final List<String> secrets;

    private Secrets(Subject subject, Credentials credentials) {
        this.subject = subject;
        String both = credentials.user() + ":" + credentials.password();
        this.secrets = List.of(credentials.password(), Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
    }

    /** Has handshakes with a password fail, wherever the far end stops talking sense. */
    public static void areNotInFailures(Subject bare, Layer configured, Credentials credentials) throws Exception {
        Trial whole = Trial.of(bare);
        whole.finished();
        whole.loop.settle();
        Secrets secrets = new Secrets(new Asking(bare, configured, bare.target()), credentials);
        for (int said : Places.NONSENSE.upTo(whole.gate.said().length)) {
            secrets.fails(said, new byte[0]);
            secrets.fails(said, Transfer.pattern(251));
        }
    }

    private void fails(int said, byte[] last) throws Exception {
        Trial trial = Trial.of(subject).call();
        trial.gate.stopAfter(said);
        trial.answer();
        if (!trial.outcome.isDone()) {
            trial.turns.run(() -> {
                if (trial.pair.far().isOpen()) {
                    trial.pair.far().write(new ByteBuffer[] {ByteBuffer.wrap(last)}, 0, 1);
                }
                trial.gate.breakOff(PipeWire::close);
            });
            trial.loop.settle();
        }
        if (trial.outcome.isCompletedExceptionally()) {
            keeps(trial.outcome.handle((wire, error) -> error).join());
        }
    }

    private void keeps(Throwable failure) {
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all, true));
        for (String secret : secrets) {
            assertFalse(all.toString().contains(secret), "Shows the password");
        }
    }
}
