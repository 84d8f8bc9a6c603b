package dev.jackfield.connector.tls.internal.trust;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/** Whether a chain leads to someone who is believed, whoever it is for. <i>Immutable.</i> */
record Verdict(Believed believed, Pins pins, InstantSource clock) {

    Path path(List<X509Certificate> sent, String authType) throws CertificateException {
        X509Certificate leaf = sent.get(0);
        if (believed instanceof Believed.Everybody) {
            return new Path(List.of(), leaf);
        }
        Date now = Date.from(clock.instant());
        Validity.check(leaf, now);
        Strength.checkKey(leaf);
        Purpose.checkServer(leaf, authType);
        Path path = PathFinder.find(sent, believed.authorities(), now);
        believed.consent(path);
        return path;
    }

    void checkPins(Path path) throws CertificateException {
        pins.check(path);
    }

    X509Certificate[] issuers() {
        return believed.authorities().certificates().toArray(X509Certificate[]::new);
    }
}
