package dev.jackfield.connector.tls.certificates;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Every way in which a server's chain can be wrong, and what the error has to say. */
public enum Wrong {
    EXPIRED("Expired: ", pki -> good(pki).valid(days(-20), days(-10)).signedBy(pki.issuer())),
    ISSUER_EXPIRED("Expired: \"CN=Wrong issuer\"", pki -> below(pki, authority().valid(days(-20), days(-10)))),
    NOT_YET_VALID("Not yet valid: ", pki -> good(pki).valid(days(10), days(20)).signedBy(pki.issuer())),
    WRONG_HOST(
            ", got one for other.test",
            pki -> Mint.server("CN=Wrong", "other.test").signedBy(pki.issuer())),
    SELF_SIGNED("Self-signed: ", pki -> good(pki).selfSigned()),
    UNTRUSTED_ROOT("Untrusted root: ", pki -> {
        Issued root = Mint.authority("CN=Wrong root").selfSigned();
        return good(pki).signedBy(root).sending(root.chain());
    }),
    SAME_NAME_OTHER_KEY("Untrusted root: ", pki -> {
        Issued root = Mint.authority("CN=Test root").selfSigned();
        return good(pki).signedBy(root).sending(root.chain());
    }),
    ISSUER_NOT_SENT(
            "that is neither trusted nor was it sent",
            pki -> good(pki).signedBy(pki.issuer()).sending(List.of())),
    KEY_USAGE(
            "Wrong key usage: expected a certificate for digitalSignature",
            pki -> good(pki).usage(KeyUsage.keyAgreement).signedBy(pki.issuer())),
    CLIENT_ONLY(
            "Wrong key usage: expected a certificate for TLS servers",
            pki -> good(pki).purpose(KeyPurposeId.id_kp_clientAuth).signedBy(pki.issuer())),
    ISSUER_NO_AUTHORITY(
            "Wrong key usage: expected every issuer to be an authority",
            pki -> below(pki, authority().with(Extension.basicConstraints, true, new BasicConstraints(false)))),
    ISSUER_WITHOUT_CONSTRAINTS(
            "Wrong key usage: expected every issuer to be an authority",
            pki -> below(pki, authority().without(Extension.basicConstraints))),
    ISSUER_KEY_USAGE(
            "Wrong key usage: expected an issuer that may sign certificates",
            pki -> below(pki, authority().usage(KeyUsage.digitalSignature))),
    ISSUER_CLIENT_ONLY(
            "Wrong key usage: expected a certificate for TLS servers",
            pki -> below(pki, authority().purpose(KeyPurposeId.id_kp_clientAuth))),
    PATH_LENGTH("Wrong key usage: ", pki -> {
        Issued narrow = authority().pathLength(0).signedBy(pki.root());
        return good(pki).signedBy(Mint.authority("CN=One too many").signedBy(narrow));
    }),
    COMMON_NAME_ONLY(
            "common names do not count", pki -> Mint.server("CN=" + pki.host()).signedBy(pki.issuer())),
    PARTIAL_WILDCARD("a wildcard counts only as the whole leftmost label", pki -> {
        String host = pki.host();
        return named(pki, host.charAt(0) + "*" + host.substring(Math.max(1, host.indexOf('.'))));
    }),
    BARE_WILDCARD("a wildcard counts only as the whole leftmost label", pki -> named(pki, "*")),
    INNER_WILDCARD("a wildcard counts only as the whole leftmost label", pki -> named(pki, pki.host() + ".*.test")),
    NAME_CONSTRAINTS("Name constraints: ", pki -> below(pki, authority().permitted("other.test"))),
    WEAK_KEY("Weak key: ", pki -> good(pki).keys(Keys.rsa(1024)).signedBy(pki.issuer())),
    ISSUER_WEAK_KEY("Weak key: ", pki -> below(pki, authority().keys(Keys.rsa(1024)))),
    WEAK_HASH(
            "Weak hash: expected SHA-256 or better, got SHA1",
            pki -> good(pki).signature("SHA1withECDSA").signedBy(pki.issuer())),
    ISSUER_WEAK_HASH("Weak hash: ", pki -> below(pki, authority().signature("SHA1withECDSA"))),
    MD5("Weak hash: expected SHA-256 or better, got MD5", pki -> {
        Issued issuer = authority().keys(Keys.rsa(2048)).signedBy(pki.root());
        return good(pki).signature("MD5withRSA").signedBy(issuer);
    }),
    UNKNOWN_EXTENSION(
            "Untrusted: ",
            pki -> good(pki)
                    .with(new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1"), true, DERNull.INSTANCE)
                    .signedBy(pki.issuer()));

    private final String says;
    private final Function<TestPki, Issued> maker;

    Wrong(String says, Function<TestPki, Issued> maker) {
        this.says = says;
        this.maker = maker;
    }

    /** What is in the error that refuses it. */
    public String says() {
        return says;
    }

    /** A new one. */
    public Issued chain(TestPki pki) {
        return maker.apply(pki);
    }

    private static Mint good(TestPki pki) {
        return Mint.server("CN=Wrong", pki.host()).ip("127.0.0.1");
    }

    private static Issued named(TestPki pki, String dns) {
        return Mint.server("CN=Wrong", dns).signedBy(pki.issuer());
    }

    private static Mint authority() {
        return Mint.authority("CN=Wrong issuer");
    }

    private static Issued below(TestPki pki, Mint issuer) {
        return good(pki).signedBy(issuer.signedBy(pki.root()));
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
