package dev.jackfield.itest.soak.inside;

import dev.jackfield.connector.Panel;
import dev.jackfield.itest.soak.door.Kind;
import dev.jackfield.itest.soak.door.Rack;
import dev.jackfield.itest.soak.door.Site;
import dev.jackfield.itest.soak.door.Swap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All kinds of swaps. */
@Component(service = Rack.class, immediate = true)
public final class SwapRack implements Rack {
    private final BundleContext context;
    private final Panel panel;
    private final ConfigurationAdmin admin;

    /** With what swaps are made by. */
    @Activate
    public SwapRack(BundleContext context, @Reference Panel panel, @Reference ConfigurationAdmin admin) {
        this.context = context;
        this.panel = panel;
        this.admin = admin;
    }

    @Override
    public void configure(Site site) throws IOException {
        new Settings(admin, site).all();
    }

    @Override
    public List<Swap> swaps(Site site, Duration stay) throws IOException {
        Stage stage = new Stage(context, panel, stay);
        Settings settings = new Settings(admin, site);
        return List.of(
                new PlainSwap(stage),
                new FightSwap(stage),
                new PullSwap(stage),
                new StuckSwap(stage),
                new ResolverSwap(stage),
                new JarSwap(stage),
                new LayerSwap(stage, "socks5"),
                new TlsSwap(stage, settings, Path.of(site.trust())),
                new ConfigSwap(settings),
                new BundleSwap(stage, "bundle", "dev.jackfield.connector.plain", Kind.GET),
                new BundleSwap(stage, "socks-bundle", "dev.jackfield.connector.socks", Kind.GET_BY_SOCKS));
    }
}
