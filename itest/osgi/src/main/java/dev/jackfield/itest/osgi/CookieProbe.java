package dev.jackfield.itest.osgi;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.SetCookies;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts a cookie of a host into the jar that is plugged in, if there is one to be put, and tells what is sent to that host. */
@Component(service = BiFunction.class)
@Probe("cookies")
public final class CookieProbe implements BiFunction<String, String, String> {
    private final CookieJar jar;

    /** With the jar of the highest ranking. */
    @Activate
    public CookieProbe(@Reference CookieJar jar) {
        this.jar = jar;
    }

    @Override
    public String apply(String host, String line) {
        CookieContext context = new CookieContext(true, host, "/");
        List<String> lines = line.isEmpty() ? List.of() : List.of(line);
        jar.store(new SetCookies(context, lines, Optional.empty()));
        return jar.cookies(context).stream().map(Cookie::pair).collect(Collectors.joining("; "));
    }
}
