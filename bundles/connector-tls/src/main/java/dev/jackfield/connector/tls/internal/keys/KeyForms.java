package dev.jackfield.connector.tls.internal.keys;

import java.util.HexFormat;
import java.util.Map;

/** The forms that private keys come in, and PKCS #8, which they all can be brought to. */
final class KeyForms {
    private static final byte[] ZERO = {Der.INTEGER, 1, 0};
    private static final byte[] NULL = {5, 0};
    private static final byte[] RSA = HexFormat.of().parseHex("2a864886f70d010101");
    private static final byte[] EC = HexFormat.of().parseHex("2a8648ce3d0201");

    /** By the content of the OID. */
    private static final Map<String, String> ALGORITHMS = Map.of(
            "2a864886f70d010101", "RSA",
            "2a864886f70d01010a", "RSASSA-PSS",
            "2a8648ce3d0201", "EC",
            "2b6570", "Ed25519",
            "2b6571", "Ed448");

    private KeyForms() {}

    /** The JCA name of the algorithm of a key in PKCS #8 (RFC 5208 section 5). */
    static String algorithm(byte[] pkcs8) {
        Der key = new Der(pkcs8).enter(Der.SEQUENCE);
        key.enter(Der.INTEGER);
        String oid =
                HexFormat.of().formatHex(key.enter(Der.SEQUENCE).enter(Der.OID).rest());
        String algorithm = ALGORITHMS.get(oid);
        if (algorithm == null) {
            throw new IllegalArgumentException("expected a key for RSA, EC or EdDSA, got one of the OID (DER) " + oid);
        }
        return algorithm;
    }

    /** What {@code RSA PRIVATE KEY} is labelled (RFC 8017 appendix A.1.2). */
    static byte[] ofRsa(byte[] pkcs1) {
        return pkcs8(Der.of(Der.SEQUENCE, Der.of(Der.OID, RSA), NULL), pkcs1);
    }

    /** What {@code EC PRIVATE KEY} is labelled (RFC 5915 section 3). */
    static byte[] ofEc(byte[] sec1) {
        Der key = new Der(sec1).enter(Der.SEQUENCE);
        key.enter(Der.INTEGER);
        key.enter(Der.OCTETS);
        if (key.next() != Der.FIRST) {
            throw new IllegalArgumentException("expected an EC key that names its curve, got one without");
        }
        byte[] curve = key.enter(Der.FIRST).rest();
        return pkcs8(Der.of(Der.SEQUENCE, Der.of(Der.OID, EC), curve), sec1);
    }

    private static byte[] pkcs8(byte[] algorithm, byte[] key) {
        return Der.of(Der.SEQUENCE, ZERO, algorithm, Der.of(Der.OCTETS, key));
    }
}
