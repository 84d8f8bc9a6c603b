package dev.jackfield.itest.parity.families;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.parity.Family;
import java.util.List;
import org.junit.jupiter.api.Test;

class FamiliesTest {
    @Test
    void eachNameBelongsToOneFamily() {
        List<String> names = Families.all().stream()
                .map(Family::names)
                .flatMap(some -> some.stream())
                .toList();

        assertThat(names).doesNotHaveDuplicates().contains("parse_ipv4", "tcp_server", "dns-name/1");
    }
}
