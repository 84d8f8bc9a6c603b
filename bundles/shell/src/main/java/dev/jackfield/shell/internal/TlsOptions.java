package dev.jackfield.shell.internal;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.tls.Identity;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.Trust;
import dev.jackfield.shell.internal.panel.OwnTlsPanel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.UnrecoverableKeyException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How to encrypt; picocli fills the fields. */
final class TlsOptions {
    /** What a PKCS #12 file begins with, and a PEM file does not: the tag of a SEQUENCE in DER. */
    private static final int SEQUENCE = 0x30;

    @Option(
            names = "--tls",
            paramLabel = "PROFILE",
            description = "Encrypt as tls(PROFILE) does. Default for https: high.")
    String profile;

    @Option(
            names = {"-k", "--insecure"},
            description = "Encrypt as tls(low) does, which does not check who the server is.")
    boolean insecure;

    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description =
                    "Trust the authorities in FILE, and no others: PEM, or PKCS #12 with certificates that are marked as"
                            + " trusted, as keytool -importcert does and openssl pkcs12 -export does not. This and --cert"
                            + " make up a profile, which a --route may call tls(own).")
    String authorities;

    @Option(
            names = "--cert",
            paramLabel = "FILE",
            description = "Show this certificate: PKCS #12, or PEM with the key in it or in the file of --key.")
    String certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "The key of --cert, as PEM.")
    String key;

    @Option(
            names = "--pass",
            paramLabel = "PHRASE",
            description =
                    "The password of the files of --cacert, --cert and --key; or with @FILE the first line of a file,"
                            + " with @- of standard input.")
    String password;

    /** Whether anything was said about encrypting. */
    boolean given() {
        return insecure || Stream.of(profile, authorities, certificate, key).anyMatch(Objects::nonNull);
    }

    /**
     * By what to encrypt.
     *
     * @param usual where nothing here says otherwise
     * @throws IllegalArgumentException if what was given contradicts itself
     */
    Link link(Link usual) {
        long ways = Stream.of(insecure, profile != null, authorities != null || certificate != null)
                .filter(way -> way)
                .count();
        if (ways > 1) {
            throw new IllegalArgumentException(
                    "--tls, --insecure, and --cacert or --cert: expected one of them, got several");
        }
        if (key != null && certificate == null) {
            throw new IllegalArgumentException("--key: expected --cert with it, got none");
        }
        if (insecure) {
            return Link.of("tls", "low");
        }
        if (profile != null) {
            return named();
        }
        return authorities != null || certificate != null ? OwnTlsPanel.OWN : usual;
    }

    /**
     * Complains if a route encrypts by itself, and in another way than was said: what was said would have no effect.
     *
     * @param encrypting a route whose last link encrypts
     * @throws IllegalArgumentException if it does not contain what was asked for
     */
    void checkAgainst(Route encrypting) {
        if (!given()) {
            return;
        }
        Link wanted = link(OwnTlsPanel.OWN);
        List<Link> links = encrypting.links();
        Link last = links.get(links.size() - 1);
        // One's own profile may also be for a proxy on the way.
        if (!last.equals(wanted) && !(wanted.equals(OwnTlsPanel.OWN) && links.contains(wanted))) {
            throw new IllegalArgumentException(
                    option() + ": expected a route that does not encrypt by itself, or does it by " + wanted
                            + ", got one that ends in " + last);
        }
    }

    /** The same where nothing is known yet of the layers but their names. */
    void checkIfNamedIn(Route route) {
        if (route.links().get(route.links().size() - 1).name().equals(OwnTlsPanel.OWN.name())) {
            checkAgainst(route);
        }
    }

    private String option() {
        return insecure ? "--insecure" : profile != null ? "--tls" : authorities != null ? "--cacert" : "--cert";
    }

    /**
     * The same panel, unless there is a profile to be added.
     *
     * @throws IllegalArgumentException if a file cannot be used
     */
    Panel over(Panel panel, InputStream in) {
        return authorities == null && certificate == null ? panel : new OwnTlsPanel(panel, own(in));
    }

    private TlsProfile own(InputStream in) {
        char[] phrase = password == null
                ? new char[0]
                : FileOption.text("--pass", password, in)
                        .lines()
                        .findFirst()
                        .orElse("")
                        .toCharArray();
        TlsProfile made = TlsProfile.high();
        if (authorities != null) {
            made = made.withTrust(read("--cacert", authorities, file -> trust(file, phrase)));
        }
        if (certificate != null) {
            made = made.withIdentities(List.of(identity(phrase)));
        }
        return made;
    }

    private Link named() {
        try {
            return Link.of("tls", profile);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--tls: expected the name of a profile, got \"" + profile + "\"", e);
        }
    }

    private static Trust trust(Path file, char[] phrase) throws IOException {
        return isPkcs12(file) ? Trust.pkcs12(file, phrase) : Trust.pem(file);
    }

    private Identity identity(char[] phrase) {
        if (key == null) {
            return read(
                    "--cert",
                    certificate,
                    file -> isPkcs12(file)
                            ? Identity.pkcs12("*", file, phrase)
                            : Identity.pem("*", file, file, phrase));
        }
        // Whatever is wrong once the certificates were read is wrong with the key.
        read("--cert", certificate, Trust::pem);
        Path certificates = FileOption.path("--cert", certificate);
        return read("--key", key, file -> Identity.pem("*", certificates, file, phrase));
    }

    private static boolean isPkcs12(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.read() == SEQUENCE;
        }
    }

    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private <T> T read(String option, String typed, Reader<T> reader) {
        Path file = FileOption.path(option, typed);
        try {
            return reader.read(file);
        } catch (IOException e) {
            if (password == null && wantsPassword(e)) {
                throw new IllegalArgumentException(
                        option + ": cannot read \"" + typed + "\": expected its password by --pass, got none", e);
            }
            throw FileOption.unreadable(option, typed, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": \"" + typed + "\": " + e.getMessage(), e);
        }
    }

    private static boolean wantsPassword(Throwable why) {
        return why instanceof UnrecoverableKeyException || why.getCause() != null && wantsPassword(why.getCause());
    }
}
