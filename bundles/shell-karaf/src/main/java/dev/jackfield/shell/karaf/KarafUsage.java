package dev.jackfield.shell.karaf;

import dev.jackfield.shell.Commands;
import dev.jackfield.shell.karaf.internal.UsageCommand;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Registers {@code jackfield:usage} with Karaf's console, and by it the completion of all commands.
 *
 * <p><i>Thread-safe.</i>
 */
@Component(service = {})
public final class KarafUsage {
    // Fields, so that the class can be looked at where there is no Karaf.
    @Reference
    private SessionFactory console;

    @Reference
    private Commands commands;

    private UsageCommand usage;

    /** Not for use in code. */
    public KarafUsage() {}

    @Activate
    void activate() {
        usage = new UsageCommand(commands);
        console.getRegistry().register(usage);
    }

    @Deactivate
    void deactivate() {
        console.getRegistry().unregister(usage);
    }
}
