package dev.jackfield.connector.tls;

import dev.jackfield.connector.Layer;
import dev.jackfield.connector.tls.internal.ProfileLayer;
import dev.jackfield.connector.tls.internal.TlsService;
import dev.jackfield.loop.Guard;
import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The layer {@code tls}, and the profiles it knows by name: {@code tls(name)} in a route is that profile, {@code tls}
 * alone is {@code tls(high)}.
 *
 * <p>{@code high} and {@code low} are known from the beginning. Profiles may be replaced any time, as when certificates
 * are renewed: connections made from then on follow the new one, idle ones are closed by who keeps them.
 *
 * <p>In OSGi this is a service, and so is a profile: a {@link TlsProfile} service with the property {@code jackfield.name}
 * is plugged in as long as it is there, with its {@code service.ranking}; one that {@link #plug} refuses is logged.
 *
 * <p><i>Thread-safe.</i>
 */
@ProviderType
public interface Tls extends Layer {

    /** The profile of {@code tls} alone. */
    String HIGH = "high";

    /** The profile that verifies nothing. */
    String LOW = "low";

    /**
     * One profile, without a name.
     *
     * @param profile what to trust and speak
     * @return a layer for {@link dev.jackfield.connector.Connector#with}, or for the panel under a name of its own
     * @throws IllegalArgumentException if no handshake could ever succeed: versions and suites contradict each other, or the
     *     provider is not installed or knows none of the suites
     */
    static Layer of(TlsProfile profile) {
        return new ProfileLayer(Objects.requireNonNull(profile, "profile"));
    }

    /**
     * Profiles by name, without OSGi.
     *
     * @return a layer that knows {@code high} and {@code low}
     */
    static Tls open() {
        return new TlsService();
    }

    /**
     * Plugs a profile in, until the guard is closed. The built-in ones rank below all others.
     *
     * @param name letters, digits, {@code -}, {@code _} and {@code .}
     * @param ranking the highest is in use; of equals the one that came first
     * @param profile from now on
     * @return pulls the plug
     * @throws IllegalArgumentException if the name is not one, or the profile one that {@link #of} refuses
     */
    Guard plug(String name, int ranking, TlsProfile profile);

    /**
     * Which profiles there are.
     *
     * @return their names, sorted
     */
    List<String> profiles();
}
