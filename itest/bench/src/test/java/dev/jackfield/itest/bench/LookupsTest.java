package dev.jackfield.itest.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackfield.itest.peers.Dnsmasq;
import org.junit.jupiter.api.Test;

class LookupsTest {
    private static final String SHORT = "--in-flight=2 --rounds=1 --warm-up=1 --millis=50";
    private static final String TABLE = "(?s)uncached +2 +[1-9].*\ncached +2 +[1-9]";

    @Test
    void aTableComesOut() {
        assertThat(Printed.by(new Lookups(), (SHORT + " --scripted").split(" ")))
                .containsPattern(TABLE);
    }

    @Test
    void dnsmasqIsUsedIfThereIsOne() {
        assumeTrue(Dnsmasq.installed(), "no dnsmasq on the path");
        assertThat(Printed.by(new Lookups(), SHORT.split(" ")))
                .contains("name server: dnsmasq")
                .containsPattern(TABLE);
    }
}
