package dev.jackfield.connector.tls.internal.keys;

import dev.jackfield.connector.tls.Identity;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Chooses whom to be by the host, where a server asks. Which authorities the server knows is a hint only: where nobody fits
 * them, the first that is meant for the host is shown all the same, so that the server can say what it lacks.
 *
 * <p><i>Immutable.</i>
 */
public final class IdentityManager extends X509ExtendedKeyManager {
    private final List<Identity> identities;

    /** Of a profile, in its order. An alias is the index in this list. */
    public IdentityManager(List<Identity> identities) {
        this.identities = List.copyOf(identities);
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return choose(keyTypes, issuers, engine == null ? null : engine.getPeerHost());
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return choose(keyTypes, issuers, null);
    }

    private String choose(String[] keyTypes, Principal[] issuers, String host) {
        List<Identity> suiting = identities.stream()
                .filter(one -> suits(one, host) && isOf(one, keyTypes))
                .toList();
        return suiting.stream()
                .filter(one -> isKnownTo(one, issuers))
                .findFirst()
                .or(() -> suiting.stream().findFirst())
                .map(one -> Integer.toString(identities.indexOf(one)))
                .orElse(null);
    }

    private static boolean suits(Identity identity, String host) {
        return identity.suits(host == null ? "" : host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
    }

    /** JSSE has {@code EC}, {@code EC_RSA} and the like: the kind of key, and who signed. */
    private static boolean isOf(Identity identity, String[] keyTypes) {
        String kind = identity.key().getAlgorithm();
        return Stream.of(keyTypes).anyMatch(type -> type.equals(kind) || type.startsWith(kind + "_"));
    }

    private static boolean isKnownTo(Identity identity, Principal[] issuers) {
        return issuers == null
                || issuers.length == 0
                || identity.chain().stream()
                        .anyMatch(one -> Arrays.asList(issuers).contains(one.getIssuerX500Principal()));
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        String[] aliases = identities.stream()
                .filter(one -> isOf(one, new String[] {keyType}))
                .map(one -> Integer.toString(identities.indexOf(one)))
                .toArray(String[]::new);
        return aliases.length == 0 ? null : aliases;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return identities.get(Integer.parseInt(alias)).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return identities.get(Integer.parseInt(alias)).key();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}
