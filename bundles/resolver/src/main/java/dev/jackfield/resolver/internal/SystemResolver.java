package dev.jackfield.resolver.internal;

import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import dev.jackfield.resolver.internal.search.Lookup;
import dev.jackfield.resolver.internal.search.Means;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;

/** The JVM's resolver, off the loop, for sites where only the operating system knows the names. */
@Component(
        service = Resolver.class,
        property = {"jackfield.name=" + SystemResolver.NAME, "service.ranking:Integer=-100"})
public final class SystemResolver implements Resolver {
    static final String NAME = "system";

    private final Means means = MeansOf.system(ConfiguredOptions.ofSystemProperties());

    /** For {@link java.util.ServiceLoader} and for Declarative Services. */
    public SystemResolver() {}

    @Override
    public CompletionStage<List<Target>> resolve(Query query) {
        return Lookup.start(query, means);
    }
}
