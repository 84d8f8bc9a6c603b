package dev.jackfield.resolver.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.ResolverOptions.Order;
import dev.jackfield.resolver.internal.dns.RecordType;
import dev.jackfield.resolver.internal.stub.Answer;
import dev.jackfield.resolver.internal.stub.Answer.Found;
import dev.jackfield.resolver.internal.stub.Answer.NoData;
import dev.jackfield.resolver.internal.stub.Answer.NoSuchName;
import dev.jackfield.resolver.internal.stub.StubConfig;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.ManualLoops;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CachedDnsTest {
    private static final Question A = new Question("a.test", RecordType.A);

    private final ManualLoop manual = new ManualLoop();
    private final ChannelLoop loop = new ManualLoops(manual);
    private final ScriptedDns dns = new ScriptedDns();
    private StubConfig config = StubConfig.defaults(List.of(new InetSocketAddress("127.0.0.1", 53)));
    private final ResolverOptions options = new ResolverOptions(
            "", List.of(), "", "", Order.HOSTS_FIRST, 2, Duration.ofSeconds(50), Duration.ofSeconds(20), Duration.ZERO);
    private final CachedDns cached = new CachedDns(dns, () -> config, options, manual::nanoTime);

    @Test
    void remembersForTheTimeThatIsLeft() {
        dns.with("a.test a", new Found(List.of(), 40, "a.test"));
        assertThat(ask(A)).isEqualTo(new Found(List.of(), 40, "a.test"));
        manual.advance(Duration.ofSeconds(39));
        assertThat(ask(A)).isEqualTo(new Found(List.of(), 1, "a.test"));
        assertThat(dns.asked).hasSize(1);
        manual.advance(Duration.ofSeconds(1));
        assertThat(ask(A)).isEqualTo(new Found(List.of(), 40, "a.test"));
        assertThat(dns.asked).hasSize(2);
    }

    @Test
    void remembersNoLongerThanItsBounds() {
        dns.with("a.test a", new Found(List.of(), 4000, "a.test"));
        ask(A);
        assertThat(ask(A)).isEqualTo(new Found(List.of(), 50, "a.test"));
    }

    @Test
    void remembersAndUsesOnlySoManyRecordsOfEachType() {
        for (String type : List.of("a", "aaaa", "srv")) {
            String[] many = IntStream.range(0, 4000)
                    .mapToObj(i -> switch (type) {
                        case "a" -> new Ipv4(i).toString();
                        case "aaaa" -> new Ipv6(0, i).toString();
                        default -> "1 1 " + i + " b.test";
                    })
                    .toArray(String[]::new);
            Question question = new Question("a.test", RecordType.valueOf(type.toUpperCase(Locale.ROOT)));
            dns.with("a.test " + type, many);
            assertThat(((Found) ask(question)).records()).hasSize(Found.MOST_RECORDS);
            assertThat(((Found) ask(question)).records()).hasSize(Found.MOST_RECORDS);
        }
        assertThat(dns.asked).hasSize(3);
    }

    @Test
    void remembersThatThereIsNothing() {
        Question nodata = new Question("b.test", RecordType.A);
        dns.with("a.test a", new NoSuchName(30)).with("b.test a", new NoData(10));
        ask(A);
        ask(nodata);
        manual.advance(Duration.ofSeconds(5));
        assertThat(ask(A)).isEqualTo(new NoSuchName(15));
        assertThat(ask(nodata)).isEqualTo(new NoData(5));
        assertThat(dns.asked).hasSize(2);
    }

    @Test
    void doesNotRememberWhatSaysSoNorFailures() {
        Question failing = new Question("b.test", RecordType.A);
        dns.with("a.test a", new NoData(0)).failing("b.test a", Reason.SERVER_FAILED, "no");
        for (int i = 0; i < 2; i++) {
            ask(A);
            ask(failing);
        }
        assertThat(dns.asked).hasSize(4);
    }

    @Test
    void keepsTypesAndCompleteNamesApart() {
        ask(A);
        ask(new Question("a.test", RecordType.AAAA));
        ask(new Question("a.test.", RecordType.A));
        assertThat(dns.asked).hasSize(3);
        ask(A);
        assertThat(dns.asked).as("only two are remembered").hasSize(4);
    }

    @Test
    void forgetsWhenOtherServersAreAsked() {
        ask(A);
        config = StubConfig.defaults(config.servers());
        ask(A);
        assertThat(dns.asked).as("the same ones").hasSize(1);
        config = StubConfig.defaults(List.of(new InetSocketAddress("127.0.0.2", 53)));
        ask(A);
        assertThat(dns.asked).hasSize(2);
    }

    @Test
    void doesNotRememberWhatTheServersBeforeSaid() {
        dns.silent("a.test a");
        loop.execute(() -> cached.ask(A, loop));
        manual.run();
        config = StubConfig.defaults(List.of(new InetSocketAddress("127.0.0.2", 53)));
        loop.execute(() -> cached.ask(new Question("b.test", RecordType.A), loop));
        loop.execute(() -> dns.answer("a.test a"));
        manual.run();
        loop.execute(() -> cached.ask(A, loop));
        manual.run();
        assertThat(dns.asked).containsExactly("a.test a", "b.test a", "a.test a");
    }

    @Test
    void passesOnThatNobodyWaits() {
        dns.silent("a.test a");
        loop.execute(() -> cached.ask(A, loop).cancel(false));
        manual.run();
        assertThat(dns.gaveUp("a.test a")).isTrue();
    }

    private Answer ask(Question question) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        loop.execute(() -> cached.ask(question, loop).thenAccept(answer::complete));
        manual.run();
        return answer.join();
    }
}
