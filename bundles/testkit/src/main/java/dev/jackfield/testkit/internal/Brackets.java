package dev.jackfield.testkit.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.UnpluggedException;
import java.util.List;
import java.util.Optional;

/** How a connector or a layer takes what stands in the brackets of its link: it may refuse it, but not overlook it. */
public final class Brackets {
    /** Who stands in the brackets, if anybody does. */
    public static final Credentials WHO = new Credentials("user", "Zwiebelkuchen");

    private static final String NAME = "under-test";
    private static final HostPort PROXY = HostPort.of("proxy.example", 1080);
    private static final Link BARE = Link.of(NAME);
    private static final Link VIA = Link.of(NAME, PROXY, Credentials.NONE);
    private static final Link CREDENTIALS = Link.of(NAME, PROXY, WHO);
    private static final Link OPTION = Link.of(NAME, "no-such-option-at-all");

    /** One of {@code Layer.configured} and {@code Connector.configured}. */
    @FunctionalInterface
    public interface Configured {
        /** Configures. */
        Object by(Link link) throws UnpluggedException;
    }

    private Brackets() {}

    /** Answers, or refuses with a reason. */
    public static void areReadOrRefused(Configured subject) {
        for (Link link : List.of(BARE, VIA, CREDENTIALS, OPTION)) {
            answer(subject, link);
        }
    }

    /** What changes nothing has not been read. */
    public static void areNotOverlooked(Object itself, Configured subject) {
        for (Link link : List.of(CREDENTIALS, OPTION)) {
            Object answer = answer(subject, link);
            assertNotSame(itself, answer, () -> "Made no use of " + link + ", and did not refuse it");
        }
    }

    /** Neither when it is taken, nor when it is refused. */
    public static void showNoPassword(Configured subject) {
        assertFalse(answer(subject, CREDENTIALS).toString().contains(WHO.password()), "Shows the password");
    }

    /** What is made of {@link #WHO}; nothing if they are refused. */
    public static <T> Optional<T> withCredentials(Class<T> type, Configured subject) {
        Object answer = answer(subject, CREDENTIALS);
        return type.isInstance(answer) ? Optional.of(type.cast(answer)) : Optional.empty();
    }

    /** What was made of it, or how it was refused. */
    private static Object answer(Configured subject, Link link) {
        try {
            Object made = subject.by(link);
            assertNotNull(made, () -> "Made null of " + link);
            return made;
        } catch (UnpluggedException | IllegalArgumentException refused) {
            assertNotNull(refused.getMessage(), () -> "Refused " + link + " without saying why");
            return refused;
        } catch (RuntimeException e) {
            throw new AssertionError("Expected an IllegalArgumentException for " + link + ", got " + e, e);
        }
    }
}
