package dev.jackfield.itest.osgi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.BiConsumer;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Configures a pid, or, as {@code pid~name}, one of a factory; without any properties takes it away. The import of ConfigAdmin is optional: most tests run without it. */
@Component(service = BiConsumer.class)
@Probe("config")
public final class ConfigProbe implements BiConsumer<String, Map<String, Object>> {
    private final ConfigurationAdmin admin;

    /** With whoever is the administrator. */
    @Activate
    public ConfigProbe(@Reference ConfigurationAdmin admin) {
        this.admin = admin;
    }

    @Override
    public void accept(String pid, Map<String, Object> properties) {
        try {
            if (properties.isEmpty()) {
                configuration(pid).delete();
            } else {
                configuration(pid).update(new Hashtable<>(properties));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Configuration configuration(String pid) throws IOException {
        int tilde = pid.indexOf('~');
        return tilde < 0
                ? admin.getConfiguration(pid, "?")
                : admin.getFactoryConfiguration(pid.substring(0, tilde), pid.substring(tilde + 1), "?");
    }
}
