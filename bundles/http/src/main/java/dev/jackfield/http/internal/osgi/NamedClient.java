package dev.jackfield.http.internal.osgi;

import dev.jackfield.http.internal.Terms;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** One more client for each configuration of the factory {@value #PID}. */
@Designate(ocd = NamedClientForm.class, factory = true)
@Component(
        service = {},
        configurationPid = NamedClient.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class NamedClient {
    static final String PID = "dev.jackfield.http.client";

    private static final Logger LOG = System.getLogger("dev.jackfield.http");

    private final Clientele clientele;
    private Optional<Offer> offer = Optional.empty();

    /** Offered at once, if it has a name. */
    @Activate
    public NamedClient(@Reference Clientele clientele, Map<String, Object> config) {
        this.clientele = clientele;
        change(config);
    }

    @Modified
    void modified(Map<String, Object> config) {
        change(config);
    }

    @Deactivate
    void close() {
        offer.ifPresent(clientele::withdraw);
    }

    private void change(Map<String, Object> config) {
        String pid = config.getOrDefault("service.pid", PID).toString();
        String name;
        try {
            name = ClientName.of(config);
        } catch (IllegalArgumentException e) {
            String otherwise = offer.isPresent() ? "; the client stays as it was" : "; there is no such client";
            LOG.log(Level.WARNING, "Configuration " + pid + ": " + e.getMessage() + otherwise);
            return;
        }
        if (clientele.named().stream()
                .anyMatch(other -> other.name().equals(name) && !offer.equals(Optional.of(other)))) {
            LOG.log(
                    Level.WARNING,
                    "Configuration " + pid + ": Expected a name that no other client has, got \"" + name
                            + "\"; of those the one that was there first is taken");
        }
        Map<String, Object> settings = new HashMap<>(config);
        settings.remove(ClientName.KEY);
        if (offer.isPresent()) {
            offer.get().change(name, pid, settings);
        } else {
            offer = Optional.of(clientele.offer(name, Terms.first(pid, settings, System.getenv())));
        }
    }
}
