package dev.jackfield.resolver.internal.files;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.itest.fuzz.Parser;
import dev.jackfield.resolver.internal.stub.StubConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** resolv.conf: {@link StubConfig} checks the ranges, so here the rest. */
public final class ResolvConfParser implements Parser {
    private static final Path FILE = Path.of("resolv.conf");

    @Override
    public void feed(byte[] input) {
        StubConfig config = ResolvConf.parse(FILE, new String(input, StandardCharsets.ISO_8859_1));
        holds(config.servers().size() <= StubConfig.FILE_SERVERS, () -> "Too many servers: " + config);
        holds(config.servers().stream().allMatch(server -> server.getPort() == StubConfig.PORT), config::toString);
        same(ResolvConf.parse(FILE, text(config)), config, () -> "Written and read again");
    }

    private static String text(StubConfig config) {
        StringBuilder text = new StringBuilder();
        config.servers()
                .forEach(server -> text.append("nameserver ")
                        .append(server.getAddress().getHostAddress())
                        .append('\n'));
        text.append("search ").append(String.join(" ", config.search())).append('\n');
        text.append("options ndots:").append(config.ndots()).append(config.rotate() ? " rotate" : "");
        if (!config.timeouts().equals(StubConfig.TIMEOUTS)) {
            // What a file says holds for all rounds.
            text.append(" timeout:").append(config.timeouts().get(0).toSeconds());
            text.append(" attempts:").append(config.timeouts().size());
        }
        return text.toString();
    }
}
