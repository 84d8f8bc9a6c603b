package dev.jackfield.connector.tls.internal.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Keys behind a password: {@code ENCRYPTED PRIVATE KEY} (RFC 5958 section 3; PBES2 of RFC 8018). */
final class Decrypted {
    private static final String PBES2 = "1.2.840.113549.1.5.13";

    private Decrypted() {}

    /**
     * The key in PKCS #8.
     *
     * @throws IllegalArgumentException if the password is wrong, or the encryption one that this Java does not know
     */
    static byte[] of(byte[] encrypted, char[] password) {
        if (password.length == 0) {
            throw new IllegalArgumentException("expected a password for an encrypted key, got none");
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
            String algorithm = algorithm(info);
            Cipher cipher = Cipher.getInstance(algorithm);
            PBEKeySpec spec = new PBEKeySpec(password);
            try {
                cipher.init(
                        Cipher.DECRYPT_MODE,
                        SecretKeyFactory.getInstance(algorithm).generateSecret(spec),
                        info.getAlgParameters());
            } finally {
                spec.clearPassword();
            }
            byte[] key = cipher.doFinal(info.getEncryptedData());
            KeyForms.algorithm(key);
            return key;
        } catch (BadPaddingException | IllegalArgumentException e) {
            throw new IllegalArgumentException("expected the right password for the key, got another", e);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("expected a key encrypted by PBES2, got what cannot be read: " + e, e);
        }
    }

    /** PBES2 says in its parameters what it is made of, and their text is the name that JCA has for it. */
    private static String algorithm(EncryptedPrivateKeyInfo info) {
        String name = info.getAlgName();
        return name.equals("PBES2") || name.equals(PBES2)
                ? info.getAlgParameters().toString()
                : name;
    }
}
