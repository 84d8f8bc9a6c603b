package dev.jackfield.connector.tls.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.tls.Tls;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.loop.Guard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The layer {@code tls}: looks its profiles up by name. */
@Component(service = {Layer.class, Tls.class})
@JackfieldName("tls")
public final class TlsService implements Tls {
    private static final String SOCKET = "tls";

    private static final Logger LOG = System.getLogger("dev.jackfield.connector.tls");

    private final Profiles profiles = new Profiles();
    private final Map<Object, Guard> services = new ConcurrentHashMap<>();

    /** Knows {@code high} and {@code low}. */
    public TlsService() {
        profiles.plug(HIGH, Integer.MIN_VALUE, TlsProfile.high());
        profiles.plug(LOW, Integer.MIN_VALUE, TlsProfile.low());
    }

    /** A profile service came: whiteboard style, whoever registered it. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(" + Connector.NAME + "=*)")
    void bindProfile(TlsProfile profile, Map<String, Object> properties) {
        String name = String.valueOf(properties.get(Connector.NAME));
        Object id = properties.get("service.id");
        int ranking = properties.get("service.ranking") instanceof Integer given ? given : 0;
        try {
            Guard before = services.put(id, plug(name, ranking, profile));
            if (before != null) {
                before.close();
            }
        } catch (IllegalArgumentException e) {
            String otherwise = services.containsKey(id) ? "the profile stays as it was" : "it is not plugged in";
            LOG.log(Level.WARNING, "TLS profile \"" + name + "\": " + e.getMessage() + "; " + otherwise);
        }
    }

    /** A profile service changed. The new plug is in before the old one is pulled; if it is refused, the old one stays. */
    void updatedProfile(TlsProfile profile, Map<String, Object> properties) {
        bindProfile(profile, properties);
    }

    /** A profile service went. */
    void unbindProfile(TlsProfile profile, Map<String, Object> properties) {
        Guard guard = services.remove(properties.get("service.id"));
        if (guard != null) {
            guard.close();
        }
    }

    @Override
    public Guard plug(String name, int ranking, TlsProfile profile) {
        return profiles.plug(name, ranking, profile);
    }

    @Override
    public List<String> profiles() {
        return profiles.names();
    }

    @Override
    public Layer configured(Link link) throws UnpluggedException {
        if (link.credentials().present()) {
            throw new IllegalArgumentException(
                    "Expected the name of a TLS profile in the brackets, and no credentials, got " + link);
        }
        return layer(link.option().isEmpty() ? HIGH : link.option());
    }

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        return profiles.inUse(HIGH).orElseThrow().over(below, target, attempt);
    }

    @Override
    public boolean encrypts() {
        return true;
    }

    @Override
    public Guard watch(Runnable changed) {
        return profiles.watch(changed);
    }

    private Layer layer(String name) throws UnpluggedException {
        return profiles.inUse(name)
                .orElseThrow(() -> new UnpluggedException(
                        SOCKET,
                        "Expected the name of a TLS profile, one of " + String.join(", ", profiles.names()) + ", got \""
                                + name + "\""));
    }
}
