package dev.jackfield.http.internal.osgi;

import dev.jackfield.connector.Panel;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.http.ClientReading;
import dev.jackfield.http.Clients;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.internal.PluggedJar;
import dev.jackfield.http.internal.Terms;
import dev.jackfield.http.internal.jfr.Flight;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loops;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Offers the client without a name, and then itself, so that those with a name come later and go earlier: whoever asks for
 * any client never gets one of them.
 *
 * <p>Registers by hand what it offers. Declarative Services would tell each client apart of the configuration, and a client
 * made after a wrong one would know nothing of the good one before; and they would show the configuration, passwords
 * included, as properties of the service.
 */
@Designate(ocd = ClientForm.class)
@Component(
        service = {},
        configurationPid = Clientele.PID)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='dev.jackfield.http.HttpClient'",
        uses = HttpClient.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='dev.jackfield.http.Clients'",
        uses = Clients.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='dev.jackfield.http.internal.osgi.Clientele'")
public final class Clientele implements Clients {
    static final String PID = "dev.jackfield.http";

    private final PluggedJar jar = new PluggedJar();
    private final Roll roll = new Roll();
    private final Set<Offer> named = ConcurrentHashMap.newKeySet();
    private final BundleContext context;
    private final Fittings fittings;
    private final Offer unnamed;
    private ServiceRegistration<?> self;

    /** Whatever there is to share. */
    @Activate
    public Clientele(
            @Reference Loops loops, @Reference Panel panel, BundleContext context, Map<String, Object> config) {
        this.context = context;
        this.fittings = new Fittings(loops, panel, jar);
        this.unnamed = new Offer("", Terms.first(PID, config, System.getenv()), fittings, roll);
    }

    /** By now the jar is plugged in, if there is one. */
    @Activate
    void open() {
        Flight.begin();
        unnamed.register(context);
        self = context.registerService(
                new String[] {Clients.class.getName(), Clientele.class.getName()}, this, new Hashtable<>());
    }

    @Modified
    void modified(Map<String, Object> config) {
        unnamed.change("", PID, config);
    }

    @Deactivate
    void close() {
        self.unregister();
        unnamed.close();
        Flight.end();
    }

    /** A jar is there, or a better one. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "unplugJar")
    void plugJar(CookieJar better) {
        jar.plug(better);
    }

    void unplugJar(CookieJar gone) {
        jar.unplug(gone);
    }

    @Override
    public CompletableFuture<List<ClientReading>> read() {
        return roll.read();
    }

    @Override
    public Guard watch(Runnable changed) {
        return roll.watch(changed);
    }

    /** One more service, over the same loops, panel and jar. */
    Offer offer(String name, Terms terms) {
        Offer offer = new Offer(name, terms, fittings, roll).register(context);
        named.add(offer);
        return offer;
    }

    /** Those that are offered by name. */
    Set<Offer> named() {
        return named;
    }

    void withdraw(Offer offer) {
        named.remove(offer);
        offer.close();
    }
}
