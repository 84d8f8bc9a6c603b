package dev.jackfield.itest.osgi;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells whose connector is in use under a name. */
@Component(service = UnaryOperator.class)
@Probe("plug")
public final class PlugProbe implements UnaryOperator<String> {
    private final Panel panel;

    /** With the panel that follows the registry. */
    @Activate
    public PlugProbe(@Reference Panel panel) {
        this.panel = panel;
    }

    @Override
    public String apply(String name) {
        return panel.connector(name).map(Plug::owner).orElse("nobody");
    }
}
