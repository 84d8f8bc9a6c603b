package dev.jackfield.itest.soak.inside;

import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.Trust;
import dev.jackfield.itest.soak.door.Kind;
import dev.jackfield.itest.soak.door.Swap;
import java.io.IOException;
import java.nio.file.Path;

/** A TLS profile of higher ranking comes and goes; every other time the configured one is replaced. */
final class TlsSwap implements Swap {
    private final Stage stage;
    private final Settings settings;
    private final TlsProfile profile;
    private int made;

    TlsSwap(Stage stage, Settings settings, Path trust) throws IOException {
        this.stage = stage;
        this.settings = settings;
        this.profile = TlsProfile.high().withTrust(Trust.pem(trust));
    }

    @Override
    public String kind() {
        return "tls";
    }

    @Override
    public Kind concerns() {
        return Kind.GET_BY_TLS;
    }

    @Override
    public void swap() throws IOException {
        if (made++ % 2 == 0) {
            stage.visit(TlsProfile.class, Settings.PROFILE, profile);
        } else {
            settings.profile(made);
        }
    }
}
