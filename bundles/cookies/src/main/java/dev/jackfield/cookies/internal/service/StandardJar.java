package dev.jackfield.cookies.internal.service;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.MemoryJar;
import dev.jackfield.cookies.OpenJar;
import dev.jackfield.cookies.SetCookies;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** A jar in memory, with a file if it is configured with one. */
@Designate(ocd = JarForm.class)
@Component(
        service = CookieJar.class,
        configurationPid = "dev.jackfield.cookies",
        property = "jackfield.name=" + StandardJar.NAME)
public final class StandardJar implements OpenJar {
    static final String NAME = "standard";

    private static final Logger LOG = System.getLogger("dev.jackfield.cookies");

    private final Executor later;
    private volatile Contents contents;

    /** With the default rules, for {@link java.util.ServiceLoader}. */
    public StandardJar() {
        this(Map.of());
    }

    /** For Declarative Services. */
    @Activate
    public StandardJar(Map<String, Object> config) {
        this(config, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
    }

    private StandardJar(Map<String, Object> config, Executor later) {
        this.later = later;
        this.contents = configured(config).orElseGet(() -> open(JarConfig.DEFAULTS));
    }

    /** With another idea of when and where to save. */
    static StandardJar saving(Map<String, Object> config, Executor later) {
        return new StandardJar(config, later);
    }

    /** What there is at a time. */
    private record Contents(MemoryJar jar, Optional<JarFile> file) {
        void changed() {
            file.ifPresent(JarFile::changed);
        }
    }

    private Optional<Contents> configured(Map<String, Object> config) {
        try {
            return Optional.of(open(JarConfig.read(config)));
        } catch (IllegalArgumentException e) {
            LOG.log(
                    Level.WARNING,
                    "Configuration dev.jackfield.cookies: " + e.getMessage() + "; nothing of it is used");
            return Optional.empty();
        }
    }

    private Contents open(JarConfig config) {
        MemoryJar jar = MemoryJar.create(config.rules());
        Optional<JarFile> file = config.file().map(path -> new JarFile(path, config.format(), jar, later));
        file.ifPresent(from -> from.load(config.keepSession()));
        return new Contents(jar, file);
    }

    /** A wrong one changes nothing. What comes while jars are changed goes into either, and is then taken over. */
    @Modified
    void modified(Map<String, Object> config) {
        configured(config).ifPresent(next -> {
            Contents before = contents;
            before.file().ifPresent(JarFile::save);
            contents = next;
            next.jar()
                    .load(before.jar().all())
                    .forEach(refused -> LOG.log(Level.DEBUG, "Dropped by the new rules: " + refused));
            next.changed();
        });
    }

    @Deactivate
    void deactivate() {
        contents.file().ifPresent(JarFile::save);
    }

    @Override
    public List<Cookie> cookies(CookieContext to) {
        return contents.jar().cookies(to);
    }

    @Override
    public void store(SetCookies received) {
        if (!received.lines().isEmpty()) {
            Contents now = contents;
            now.jar().store(received);
            now.changed();
        }
    }

    @Override
    public List<Cookie> all() {
        return contents.jar().all();
    }

    @Override
    public void clear(String domain) {
        Contents now = contents;
        now.jar().clear(domain);
        now.changed();
    }

    @Override
    public void clear() {
        Contents now = contents;
        now.jar().clear();
        now.changed();
    }
}
