package dev.jackfield.connector.plain.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.PlainConnector;
import dev.jackfield.connector.plain.PlainOptions;
import dev.jackfield.resolver.Resolver;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * What is plugged in as {@code plain}: connects as {@link PlainConnector} does, with a resolver and options that may
 * change meanwhile. No public type, so that who compiles against those needs no annotations of OSGi.
 *
 * <p>Immediate, because Declarative Services do not tell why they end a component that is not.
 */
@Designate(ocd = PlainForm.class)
@Component(service = Connector.class, immediate = true, configurationPid = PlainConnector.PID)
@JackfieldName("plain")
public final class PlainService implements Connector {

    /** Of {@code ComponentConstants}, which is not there outside OSGi: DEACTIVATION_REASON_REFERENCE. */
    private static final int A_REFERENCE_IS_GONE = 2;

    private final ServedResolver served = new ServedResolver();
    private final Resolver resolver;

    private volatile PlainOptions options;

    /** With the first resolver that {@link ServiceLoader} finds, and the options of the system properties. */
    public PlainService() {
        this.resolver = resolver();
        this.options = PlainOptions.ofSystemProperties();
    }

    /** With the resolver of the service registry. */
    @Activate
    public PlainService(Map<String, Object> properties) {
        this.resolver = served;
        this.options = ConfiguredOptions.first(properties);
    }

    /** The first one that {@link ServiceLoader} finds. */
    public static Resolver resolver() {
        return ServiceLoader.load(Resolver.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Expected a provider of " + Resolver.class.getName() + " on the module or class path"));
    }

    /** Dynamic, so that another resolver can be plugged in while connections are being made. */
    @Reference(
            name = "resolver",
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "unbind")
    void bind(Resolver another) {
        served.bind(another);
    }

    void unbind(Resolver another) {
        served.unbind(another);
    }

    /** By now the connector is no service any more, so whoever is told of a failure does not come back to this one. */
    @Deactivate
    void deactivate(int reason) {
        served.stop(reason == A_REFERENCE_IS_GONE);
    }

    @Modified
    void modified(Map<String, Object> properties) {
        options = ConfiguredOptions.changed(properties, options);
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        return new Connecting(resolver, options, target, attempt).start();
    }
}
