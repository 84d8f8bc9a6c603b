package dev.jackfield.itest.bench;

import java.util.List;

/** Literal addresses that everybody reads: no octal, no short forms, no zones. */
enum AddressTexts {
    IPV4(
            "127.0.0.1",
            "10.0.0.1",
            "192.0.2.1",
            "192.168.178.254",
            "203.0.113.195",
            "255.255.255.255",
            "8.8.8.8",
            "172.16.31.7"),
    IPV6(
            "::1",
            "2001:db8::1",
            "fe80::1ff:fe23:4567:890a",
            "2001:0db8:85a3:0000:0000:8a2e:0370:7334",
            "2001:db8:0:1:1:1:1:1",
            "64:ff9b::192.0.2.33",
            "2606:2800:220:1:248:1893:25c8:1946",
            "ff02::2");

    /** For annotations, which want a constant. */
    static final int COUNT = 8;

    private final List<String> texts;

    AddressTexts(String... texts) {
        this.texts = List.of(texts);
    }

    List<String> texts() {
        return texts;
    }
}
