package dev.jackfield.address.internal;

import dev.jackfield.address.Protocol;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Numbers of protocols, from IANA's registry. */
public final class Protocols {
    /** Names with their numbers; the alias only where it is more than the name in capitals. */
    private static final String TABLE = """
            ip 0, hopopt 0, icmp 1, igmp 2, ggp 3, ipencap 4 IP-ENCAP, st 5, tcp 6, cbt 7, egp 8, igp 9, pup 12,
            argus 13, chaos 16, udp 17, mux 18, hmp 20, prm 21, xns-idp 22, rdp 27, irtp 28, iso-tp4 29, netblt 30,
            dccp 33, 3pc 34, idpr 35, xtp 36, ddp 37, idpr-cmtp 38, il 40, ipv6 41, sdrp 42, ipv6-route 43,
            ipv6-frag 44, idrp 45, rsvp 46, gre 47, dsr 48, bna 49, esp 50 IPSEC-ESP, ah 51 IPSEC-AH, narp 54,
            mobile 55, skip 57, ipv6-icmp 58, ipv6-nonxt 59, ipv6-opts 60, rspf 73, vmtp 81, eigrp 88,
            ospf 89 OSPFIGP, mtp 92, ax.25 93, ipip 94, etherip 97, encap 98, pim 103, ipcomp 108, vrrp 112, pgm 113,
            l2tp 115, isis 124, crtp 126, sctp 132, fc 133, mobility-header 135, udplite 136, mpls-in-ip 137,
            manet 138, hip 139, shim6 140, wesp 141, rohc 142, ethernet 143
            """;

    private static final Map<String, Protocol> BY_NAME = byName();

    private Protocols() {}

    public static Optional<Protocol> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Protocol> byName() {
        Map<String, Protocol> protocols = new HashMap<>();
        for (String entry : TABLE.split(",")) {
            String[] words = entry.strip().split(" ");
            String alias = words.length > 2 ? words[2] : words[0].toUpperCase(Locale.ROOT);
            Protocol protocol = new Protocol(words[0], alias, Integer.parseInt(words[1]));
            protocols.put(protocol.name(), protocol);
            protocols.putIfAbsent(alias.toLowerCase(Locale.ROOT), protocol);
        }
        return Map.copyOf(protocols);
    }
}
