package dev.jackfield.itest.bench.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.bench.Printed;
import dev.jackfield.itest.bench.Programs;
import org.junit.jupiter.api.Test;

class FeatureCostsTest {
    @Test
    void aTableComesOut() {
        Programs.require("nginx");
        StringBuilder table = new StringBuilder("(?s)");
        for (Feature feature : Feature.values()) {
            table.append(feature)
                    .append(" +[0-9]+ +-?[0-9]+ +[0-9.]+ +[0-9.]+ +")
                    .append(feature.words())
                    .append(".*");
        }
        assertThat(Printed.by(new FeatureCosts(), "--connections=2", "--rounds=1", "--seconds=0", "--warm-up=0"))
                .containsPattern(table.toString());
    }
}
