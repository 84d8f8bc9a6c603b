package dev.jackfield.connector.tls.internal.config;

import dev.jackfield.connector.tls.Identity;
import dev.jackfield.connector.tls.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Trust and identities from the files that a configuration names. PKCS #12 is told by the file's name. */
final class Material {
    private static final String PLATFORM = "platform";
    private static final String ANYONE = "anyone";
    private static final List<String> PKCS12 = List.of(".p12", ".pfx", ".pkcs12");

    private Material() {}

    static Trust trust(List<String> items, char[] password) throws IOException {
        if (items.equals(List.of(PLATFORM))) {
            return new Trust.Platform();
        }
        if (items.equals(List.of(ANYONE))) {
            return new Trust.Anyone();
        }
        if (items.contains(PLATFORM) || items.contains(ANYONE)) {
            throw new IllegalArgumentException(
                    "trust: expected \"" + PLATFORM + "\" or \"" + ANYONE + "\" alone, or files, got " + items);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (String item : items) {
            Path file = Path.of(item);
            certificates.addAll((isPkcs12(item) ? Trust.pkcs12(file, password) : Trust.pem(file)).certificates());
        }
        return new Trust.Authorities(certificates);
    }

    /** Each like {@code *.example=chain.pem;key.pem} or {@code *=me.p12}. */
    static List<Identity> identities(List<String> items, char[] password) throws IOException {
        List<Identity> identities = new ArrayList<>();
        for (String item : items) {
            int is = item.indexOf('=');
            if (is <= 0 || is == item.length() - 1) {
                throw new IllegalArgumentException(
                        "keys: expected hosts, \"=\" and a file, or two with \";\" between them, got \"" + item + "\"");
            }
            identities.add(identity(
                    item.substring(0, is).strip(), item.substring(is + 1).strip(), password));
        }
        return identities;
    }

    private static Identity identity(String hosts, String files, char[] password) throws IOException {
        if (isPkcs12(files)) {
            return Identity.pkcs12(hosts, Path.of(files), password);
        }
        int semicolon = files.indexOf(';');
        String chain = semicolon < 0 ? files : files.substring(0, semicolon).strip();
        String key = semicolon < 0 ? files : files.substring(semicolon + 1).strip();
        return Identity.pem(hosts, Path.of(chain), Path.of(key), password);
    }

    private static boolean isPkcs12(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        return PKCS12.stream().anyMatch(lower::endsWith);
    }
}
