package dev.jackfield.connector.tls.certificates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Locale;

/**
 * An authority of the tests, and what it has signed for one host.
 *
 * @param host whom good certificates are for, besides 127.0.0.1
 * @param root in whom to trust
 * @param issuer signs the others
 */
public record TestPki(String host, Issued root, Issued issuer) {

    /** A new one. */
    public static TestPki of(String host) {
        Issued root = Mint.authority("CN=Test root").selfSigned();
        return new TestPki(host, root, Mint.authority("CN=Test issuer").signedBy(root));
    }

    public X509Certificate trusted() {
        return root.certificate();
    }

    /** Nothing is wrong with it. */
    public Issued server() {
        return Mint.server("CN=Test server", host).ip("127.0.0.1").signedBy(issuer);
    }

    /** For whoever wants to know the client. */
    public Issued client(String name) {
        return Mint.client("CN=" + name).signedBy(issuer);
    }

    /** Writes {@code root.pem}, and chain and key of {@code server}, {@code client} and each {@link Wrong} by its name. */
    public TestPki write(Path folder) throws IOException {
        Files.writeString(folder.resolve("root.pem"), Issued.pem(trusted()));
        server().writePem(folder, "server");
        client("Test client").writePem(folder, "client");
        for (Wrong wrong : Wrong.values()) {
            wrong.chain(this).writePem(folder, wrong.name().toLowerCase(Locale.ROOT));
        }
        return this;
    }
}
