package dev.jackfield.connector.tls.internal.config;

import dev.jackfield.connector.tls.Tls;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** One profile for each configuration of the factory {@value #PID}. */
@Designate(ocd = ProfileForm.class, factory = true)
@Component(
        service = {},
        immediate = true,
        configurationPid = ProfileComponent.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ProfileComponent {
    static final String PID = "dev.jackfield.connector.tls.profile";

    private static final Logger LOG = System.getLogger("dev.jackfield.connector.tls");

    private final Tls tls;
    private Guard plug = () -> {};

    /** Plugs the profile in, unless the configuration makes no sense. */
    @Activate
    public ProfileComponent(@Reference Tls tls, Map<String, Object> config) {
        this.tls = tls;
        change(config, "no such profile is plugged in");
    }

    /** The new one goes in before the old one is pulled, so that there is one at any time. */
    @Modified
    void modified(Map<String, Object> config) {
        change(config, "the profile stays as it was");
    }

    private void change(Map<String, Object> config, String otherwise) {
        try {
            NamedProfile profile = NamedProfile.of(config);
            Guard before = plug;
            plug = tls.plug(profile.name(), profile.ranking(), profile.profile());
            before.close();
        } catch (IllegalArgumentException | IOException e) {
            LOG.log(
                    Level.WARNING,
                    "Configuration " + config.getOrDefault("service.pid", PID) + ": " + e.getMessage() + "; "
                            + otherwise);
        }
    }

    @Deactivate
    void deactivate() {
        plug.close();
    }
}
