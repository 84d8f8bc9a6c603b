package dev.jackfield.resolver.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.ResolverOptions.Order;
import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;

class ConfiguredOptionsTest {
    @Test
    void readsAConfiguration() {
        ResolverOptions options = ConfiguredOptions.options(
                settings("/h", "dns-first", "192.0.2.1", "192.0.2.2:54, ::1"), ResolverOptions.defaults());
        assertThat(options.hosts()).isEqualTo("/h");
        assertThat(options.order()).isEqualTo(Order.DNS_FIRST);
        assertThat(options.servers())
                .containsExactly(HostPort.of("192.0.2.1", 53), HostPort.of("192.0.2.2", 54), HostPort.of("::1", 53));
    }

    @Test
    void usesNothingOfAConfigurationWithAnError() {
        ResolverOptions before = ConfiguredOptions.options(settings("/h", ""), ResolverOptions.defaults());
        assertThat(ConfiguredOptions.options(settings("/other", "sideways"), before))
                .isSameAs(before);
        assertThat(ConfiguredOptions.options(settings("/other", "", "name.test"), before))
                .isSameAs(before);
    }

    @Test
    void isAsTheSystemPropertiesSayWithoutAConfiguration() {
        assertThat(ConfiguredOptions.options(settings("", ""), ResolverOptions.defaults()))
                .isEqualTo(ResolverOptions.ofSystemProperties());
    }

    static ResolverForm settings(String hosts, String resolver, String... dns) {
        return new ResolverForm() {
            @Override
            public String hosts() {
                return hosts;
            }

            @Override
            public String[] dns() {
                return dns;
            }

            @Override
            public String resolv_conf() {
                return "";
            }

            @Override
            public String services() {
                return "";
            }

            @Override
            public String resolver() {
                return resolver;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return ResolverForm.class;
            }
        };
    }
}
