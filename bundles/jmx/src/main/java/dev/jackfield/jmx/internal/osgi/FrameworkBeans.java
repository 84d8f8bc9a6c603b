package dev.jackfield.jmx.internal.osgi;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.Clients;
import dev.jackfield.jmx.internal.PanelBean;
import dev.jackfield.loop.Guard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import javax.management.InstanceAlreadyExistsException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Follows the services of this framework. */
@Component(service = {})
public final class FrameworkBeans {
    private static final Logger LOG = System.getLogger("dev.jackfield.jmx");

    private final Guard panelBean;
    private final ClientBeans clientBeans;

    /** From now on. */
    @Activate
    public FrameworkBeans(@Reference Panel panel, @Reference Clients clients) {
        this.panelBean = register(panel);
        this.clientBeans = new ClientBeans(clients);
    }

    @Deactivate
    void close() {
        clientBeans.close();
        panelBean.close();
    }

    private static Guard register(Panel panel) {
        try {
            return PanelBean.register(panel, Map.of());
        } catch (InstanceAlreadyExistsException e) {
            LOG.log(Level.WARNING, "Left out, as there is one already: " + e.getMessage());
            return () -> {};
        }
    }
}
