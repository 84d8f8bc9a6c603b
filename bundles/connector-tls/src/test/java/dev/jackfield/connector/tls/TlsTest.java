package dev.jackfield.connector.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.loop.Guard;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TlsTest {
    private final Tls tls = Tls.open();

    private Layer of(String link) throws UnpluggedException {
        return tls.configured(Link.parse(link));
    }

    @Test
    void knowsHighAndLow() throws Exception {
        assertThat(tls.profiles()).containsExactly("high", "low");
        assertThat(of("tls")).isSameAs(of("tls(high)")).isNotSameAs(of("tls(low)"));
        assertThat(of("tls(low)").encrypts()).isTrue();
        assertThat(tls.encrypts()).isTrue();
    }

    @Test
    void anAddressInTheBracketsIsTheRoutesBusiness() throws Exception {
        assertThat(of("tls(127.0.0.1:4433)")).isSameAs(of("tls"));
    }

    @Test
    void tellsWhichProfilesThereAre() {
        tls.plug("corporate", 0, TestKeys.profile());
        assertThatThrownBy(() -> of("tls(hihg)"))
                .isInstanceOf(UnpluggedException.class)
                .hasMessage("Expected the name of a TLS profile, one of corporate, high, low, got \"hihg\"");
    }

    @Test
    void takesNoCredentials() {
        assertThatThrownBy(() -> of("tls(me:secret@127.0.0.1:1)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no credentials")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesNamesThatAreNone() {
        assertThatThrownBy(() -> tls.plug("a b", 0, TestKeys.profile()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"a b\"");
    }

    @Test
    void theHighestRankingIsInUseAndTheBuiltInOnesRankBelowAll() throws Exception {
        Layer builtIn = of("tls(high)");
        Guard low = tls.plug("high", -1, TestKeys.profile());
        Layer first = of("tls(high)");
        assertThat(first).isNotSameAs(builtIn);
        Guard high = tls.plug("high", 5, TestKeys.profile());
        Layer second = of("tls(high)");
        assertThat(second).isNotSameAs(first);
        low.close();
        assertThat(of("tls(high)")).isSameAs(second);
        high.close();
        high.close();
        assertThat(of("tls(high)")).isSameAs(builtIn);
    }

    @Test
    void watchersHearOfWhatIsInUse() {
        AtomicInteger changes = new AtomicInteger();
        Guard watch = tls.watch(changes::incrementAndGet);
        Guard mine = tls.plug("mine", 0, TestKeys.profile());
        assertThat(changes).hasValue(1);
        Guard below = tls.plug("mine", -1, TestKeys.profile());
        below.close();
        assertThat(changes).as("what is not in use").hasValue(1);
        Guard next = tls.plug("mine", 1, TestKeys.profile());
        assertThat(changes).hasValue(2);
        mine.close();
        assertThat(changes).hasValue(2);
        next.close();
        assertThat(changes).hasValue(3);
        watch.close();
        tls.plug("mine", 0, TestKeys.profile());
        assertThat(changes).hasValue(3);
    }

    @Test
    void aFailingWatcherKeepsNobodyFromHearing() {
        AtomicInteger changes = new AtomicInteger();
        tls.watch(() -> {
            throw new IllegalStateException("provoked");
        });
        tls.watch(changes::incrementAndGet);
        tls.plug("mine", 0, TestKeys.profile());
        assertThat(changes).hasValue(1);
    }

    @Test
    void thePanelKnowsItAndMakesANewGenerationOfEachChange() {
        Panel panel = Panel.open();
        assertThat(panel.layer("tls")).hasValueSatisfying(plug -> {
            Tls found = (Tls) plug.plugged();
            Guard mine = found.plug("mine", 0, TestKeys.profile());
            long generation = panel.layer("tls").orElseThrow().generation();
            assertThat(generation).isGreaterThan(plug.generation());
            mine.close();
            assertThat(panel.layer("tls").orElseThrow().generation()).isGreaterThan(generation);
        });
    }
}
