package dev.jackfield.connector.socks;

import dev.jackfield.connector.Wire;
import dev.jackfield.connector.Wires;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.concurrent.CompletionStage;

/**
 * A proxy on the far end of a wire that is asked for one thing: it reads what it expects, says what it is told to, and is
 * the target from then on.
 */
final class ScriptedProxy {
    private final Wire far;
    private CompletionStage<Wire> script;

    private ScriptedProxy(Wire far, CompletionStage<Wire> script) {
        this.far = far;
        this.script = script;
    }

    static ScriptedProxy on(Wire far) {
        // Reads nothing: a stage to begin with.
        return new ScriptedProxy(far, Wires.write(far, ByteBuffer.allocate(0)).thenApply(begun -> far));
    }

    /** Pairs of hexadecimal digits. */
    ScriptedProxy expects(String hex) {
        byte[] expected = HexFormat.of().parseHex(hex);
        script = script.thenCompose(wire -> Wires.readFully(far, ByteBuffer.allocate(expected.length)))
                .thenApply(got -> {
                    if (!got.equals(ByteBuffer.wrap(expected))) {
                        throw new AssertionError(
                                "Expected " + hex + ", got " + HexFormat.of().formatHex(got.array()));
                    }
                    return far;
                });
        return this;
    }

    ScriptedProxy says(String hex) {
        ByteBuffer octets = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        script = script.thenCompose(wire -> Wires.write(far, octets)).thenApply(said -> far);
        return this;
    }

    /** Completes when all was said. */
    CompletionStage<Wire> done() {
        return script;
    }
}
