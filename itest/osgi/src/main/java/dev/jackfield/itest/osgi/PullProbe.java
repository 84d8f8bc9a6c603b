package dev.jackfield.itest.osgi;

import dev.jackfield.connector.Panel;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pulls what is in use as plain, as an operator does. */
@Component(service = Supplier.class)
@Probe("pull")
public final class PullProbe implements Supplier<String> {
    private final Panel panel;

    /** With the panel that follows the registry. */
    @Activate
    public PullProbe(@Reference Panel panel) {
        this.panel = panel;
    }

    @Override
    public String get() {
        return String.valueOf(panel.pull(panel.connector("plain").orElseThrow()));
    }
}
