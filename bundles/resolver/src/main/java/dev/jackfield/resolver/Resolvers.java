package dev.jackfield.resolver;

import dev.jackfield.resolver.internal.StandardResolver;
import dev.jackfield.resolver.internal.SystemResolver;

/** The resolvers of this bundle, for code that plugs them in by itself. <i>Thread-safe.</i> */
public final class Resolvers {
    private Resolvers() {}

    /**
     * The standard resolver, as the system properties say ({@link ResolverOptions#ofSystemProperties()}).
     *
     * @return a new one, with a cache of its own
     * @throws IllegalArgumentException if a property makes no sense
     */
    public static Resolver standard() {
        return new StandardResolver();
    }

    /**
     * The standard resolver.
     *
     * @param options how it looks names up
     * @return a new one, with a cache of its own
     */
    public static Resolver standard(ResolverOptions options) {
        return StandardResolver.of(options);
    }

    /**
     * The JVM's resolver, called on {@link dev.jackfield.loop.Loop#blocking()}. Literal addresses, {@code localhost} and
     * UNIX domain sockets are answered without it; SRV records are not asked for.
     *
     * @return a new one
     */
    public static Resolver system() {
        return new SystemResolver();
    }
}
