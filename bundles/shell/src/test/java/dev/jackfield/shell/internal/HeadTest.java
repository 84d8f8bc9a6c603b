package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeadTest {
    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void printsTheStatusLineAndTheFields() {
        Typed typed = Typed.line("head", site.url("/small"));
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n");
        assertThat(typed.out()).containsIgnoringCase("x-site: yes");
        assertThat(site.last().method()).isEqualTo("HEAD");
    }

    @Test
    void failsOnRequest() {
        assertThat(Typed.line("head", "-f", site.url("/missing")).status()).isEqualTo(22);
        assertThat(Typed.line("head", site.url("/missing")).status()).isZero();
    }

    @Test
    void refusesToSendData() {
        assertThat(Typed.line("head", "-d", "x", site.url("/small")).status()).isEqualTo(2);
    }
}
