package dev.jackfield.shell.internal;

import dev.jackfield.shell.internal.cords.Kind;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which row of the panel, where a name is in both; picocli fills the fields. */
final class PlugOptions {
    @Option(names = "--connector", description = "Of what has this name, the connector.")
    boolean connector;

    @Option(names = "--layer", description = "Of what has this name, the layer.")
    boolean layer;

    Optional<Kind> kind() {
        if (connector && layer) {
            throw new IllegalArgumentException("--connector and --layer: expected one of them, got both");
        }
        return connector ? Optional.of(Kind.CONNECTOR) : layer ? Optional.of(Kind.LAYER) : Optional.empty();
    }
}
