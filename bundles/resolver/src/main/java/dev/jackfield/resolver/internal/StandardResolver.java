package dev.jackfield.resolver.internal;

import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.Target;
import dev.jackfield.resolver.internal.search.Lookup;
import dev.jackfield.resolver.internal.search.Means;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** Literals, localhost, the hosts file and name servers; the JVM's resolver where there are none. */
@Designate(ocd = ResolverForm.class)
@Component(
        service = Resolver.class,
        configurationPid = "dev.jackfield.resolver",
        property = "jackfield.name=" + StandardResolver.NAME)
public final class StandardResolver implements Resolver {
    static final String NAME = "standard";

    private volatile ResolverOptions options;
    private volatile Means means;

    /** As the system properties say, for {@link java.util.ServiceLoader}. */
    public StandardResolver() {
        this(ResolverOptions.ofSystemProperties());
    }

    /** For Declarative Services. */
    @Activate
    public StandardResolver(ResolverForm config) {
        this(ConfiguredOptions.options(config, ConfiguredOptions.ofSystemProperties()));
    }

    private StandardResolver(ResolverOptions options) {
        use(options);
    }

    public static StandardResolver of(ResolverOptions options) {
        return new StandardResolver(options);
    }

    /** Looks-up under way go on as they began; what was remembered is forgotten. */
    @Modified
    void modified(ResolverForm config) {
        use(ConfiguredOptions.options(config, options));
    }

    private void use(ResolverOptions now) {
        options = now;
        means = MeansOf.standard(now);
    }

    @Override
    public CompletionStage<List<Target>> resolve(Query query) {
        return Lookup.start(query, means);
    }
}
