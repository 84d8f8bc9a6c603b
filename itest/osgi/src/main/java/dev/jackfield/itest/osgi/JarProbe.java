package dev.jackfield.itest.osgi;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.SameSite;
import dev.jackfield.cookies.SetCookies;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Registers a jar that gives everybody one cookie, by its name and ranking; what it gives back takes the jar out again. */
@Component(service = BiFunction.class)
@Probe("jar")
public final class JarProbe implements BiFunction<String, Integer, AutoCloseable> {
    private final BundleContext context;

    /** Of this bundle. */
    @Activate
    public JarProbe(BundleContext context) {
        this.context = context;
    }

    @Override
    public AutoCloseable apply(String name, Integer ranking) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("service.ranking", ranking);
        ServiceRegistration<CookieJar> registration =
                context.registerService(CookieJar.class, new Giving(name), properties);
        return registration::unregister;
    }

    private record Giving(String name) implements CookieJar {
        @Override
        public List<Cookie> cookies(CookieContext to) {
            return List.of(new Cookie(
                    name,
                    "1",
                    to.host(),
                    true,
                    "/",
                    Optional.empty(),
                    false,
                    false,
                    SameSite.DEFAULT,
                    false,
                    Instant.EPOCH,
                    Instant.EPOCH));
        }

        @Override
        public void store(SetCookies received) {
            // It gives, and takes nothing.
        }
    }
}
