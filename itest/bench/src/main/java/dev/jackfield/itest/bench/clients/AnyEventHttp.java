package dev.jackfield.itest.bench.clients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** AnyEvent::HTTP with {@code persistent => 1}, without which it keeps connections for idempotent methods only. */
final class AnyEventHttp implements Client {
    private static final String SCRIPT = """
            use AnyEvent; use AnyEvent::HTTP; $| = 1;
            while (my ($method, $url, $text) = splice @ARGV, 0, 3) {
              my $done = AnyEvent->condvar;
              http_request $method => $url, persistent => 1, proxy => undef, (length $text ? (body => $text) : ()),
                sub { $done->send($_[1]) };
              my $head = $done->recv;
              my $local = $head->{Status} =~ /^59/;
              print $head->{Status}, $local ? " $head->{Reason}" : "", "\\n";
            }
            """;

    private final Path hosts;

    AnyEventHttp(Path hosts) {
        this.hosts = hosts;
    }

    @Override
    public List<Outcome> send(List<Call> calls) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("perl", "-e", SCRIPT));
        for (Call call : calls) {
            command.addAll(List.of(call.method(), call.url(), call.text()));
        }
        return Spoken.outcomes(Map.of("PERL_ANYEVENT_HOSTS", hosts.toString()), command);
    }

    @Override
    public void close() {
        // Each process has ended.
    }
}
