package dev.jackfield.connector.internal.hosts;

import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;

/**
 * The addresses that begin with the same bits.
 *
 * @param network all its other bits are zero
 * @param bits how many are the same
 */
record Block(IpAddress network, int bits) implements Hosts {
    /** Clears what does not count, so that equal blocks are equal. */
    Block {
        network = begin(network, bits);
    }

    /** A single address. */
    static Block of(IpAddress address) {
        return new Block(address, most(address));
    }

    /** How many bits an address of that kind has. */
    static int most(IpAddress address) {
        return address instanceof Ipv4 ? Integer.SIZE : 2 * Long.SIZE;
    }

    @Override
    public boolean contain(Host host) {
        return host.address()
                .filter(address -> most(address) == most(network))
                .filter(address -> begin(address, bits).equals(network))
                .isPresent();
    }

    @Override
    public String toString() {
        String text = network instanceof Ipv6 ? "[" + network + "]" : network.toString();
        return bits == most(network) ? text : text + "/" + bits;
    }

    private static IpAddress begin(IpAddress address, int bits) {
        if (address instanceof Ipv6 v6) {
            return new Ipv6(v6.high() & mask(bits), v6.low() & mask(bits - Long.SIZE));
        }
        return new Ipv4(((Ipv4) address).bits() & (int) (mask(bits) >>> Integer.SIZE));
    }

    /** That many ones, then zeros. */
    private static long mask(int ones) {
        return ones <= 0 ? 0 : -1L << Math.max(0, Long.SIZE - ones);
    }
}
