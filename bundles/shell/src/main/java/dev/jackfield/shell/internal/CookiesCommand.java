package dev.jackfield.shell.internal;

import dev.jackfield.address.HostName;
import dev.jackfield.address.IpAddress;
import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.cookies.OpenJar;
import dev.jackfield.shell.internal.table.Table;
import dev.jackfield.shell.internal.table.Table.Column;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cookies}. */
@Command(
        name = "cookies",
        description = {
            "Print what is in the jar that is plugged in, without the values, which may be secrets.",
            "It is the jar of all clients that are configured to have one; -b and -c of get are about jars of their own."
        },
        sortOptions = false)
final class CookiesCommand implements Callable<Integer> {
    private final Fittings fittings;
    private final Streams streams;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description = "Only the cookies of DOMAIN and of what is below it.")
    String domain;

    @Option(names = "--values", description = "Print the values, too.")
    boolean values;

    @Option(names = "--clear", description = "Drop what would be printed, and print nothing.")
    boolean clear;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    CookiesCommand(Fittings fittings, Streams streams) {
        this.fittings = fittings;
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            OpenJar jar = jar();
            String wanted = domain == null ? "" : canonical(domain);
            if (clear) {
                clear(jar, wanted);
            } else {
                print(jar.all().stream()
                        .filter(cookie -> wanted.isEmpty() || isOf(wanted, cookie))
                        .toList());
            }
            return ExitStatus.OK;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private OpenJar jar() {
        CookieJar jar = fittings.framework()
                .orElseThrow(() -> new IllegalArgumentException("cookies: expected a jar that clients share, as in the"
                        + " shells of OSGi; here there is none"))
                .jar()
                .get()
                .orElseThrow(() -> new IllegalStateException("Expected a jar to be plugged in, got none"));
        if (jar instanceof OpenJar open) {
            return open;
        }
        throw new IllegalStateException(
                "Expected a jar that can be looked into, got " + jar.getClass().getName());
    }

    private static void clear(OpenJar jar, String wanted) {
        if (wanted.isEmpty()) {
            jar.clear();
        } else {
            jar.clear(wanted);
        }
    }

    private void print(List<Cookie> cookies) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("DOMAIN"),
                Column.text("PATH"),
                Column.text("NAME"),
                Column.text("EXPIRES"),
                Column.text("FLAGS")));
        if (values) {
            columns.add(Column.text("VALUE"));
        }
        Table table = new Table(columns);
        cookies.forEach(cookie -> table.row(cells(cookie)));
        table.print(new PrintStream(streams.out(), true, Terminal.charset()));
    }

    private List<String> cells(Cookie cookie) {
        List<String> flags = new ArrayList<>();
        if (cookie.secure()) {
            flags.add("secure");
        }
        if (cookie.httpOnly()) {
            flags.add("httponly");
        }
        List<String> cells = new ArrayList<>(List.of(
                (cookie.hostOnly() ? "" : ".") + cookie.domain(),
                cookie.path(),
                cookie.name(),
                cookie.expires().map(CookiesCommand::second).orElse("session"),
                String.join(",", flags)));
        if (values) {
            cells.add(cookie.value());
        }
        return cells;
    }

    private static boolean isOf(String domain, Cookie cookie) {
        return cookie.domain().equals(domain) || cookie.domain().endsWith("." + domain);
    }

    private static String canonical(String typed) {
        String bare = typed.startsWith(".") ? typed.substring(1) : typed;
        try {
            String name = HostName.of(bare).text();
            return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        } catch (IllegalArgumentException noName) {
            return IpAddress.parse(bare)
                    .map(IpAddress::toString)
                    .orElseThrow(() -> new IllegalArgumentException("--domain: " + noName.getMessage(), noName));
        }
    }

    private static String second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
