package dev.jackfield.connector.tls.certificates;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys for tests. */
public final class Keys {
    /** RSA keys take their time, so there is one of each size. */
    private static final Map<Integer, KeyPair> RSA = new ConcurrentHashMap<>();

    private Keys() {}

    /** A new one on P-256. */
    public static KeyPair ec() {
        return ec("secp256r1");
    }

    /** A new one on a curve. */
    public static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Always the same one. */
    public static KeyPair rsa(int bits) {
        return RSA.computeIfAbsent(bits, Keys::newRsa);
    }

    private static KeyPair newRsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
