package dev.jackfield.itest.bench;

import com.google.common.net.InetAddresses;
import dev.jackfield.address.IpAddress;
import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Ours and others: text in, address out, an exception if it is none. */
enum AddressReader {
    JACKFIELD {
        @Override
        Object read(String text) {
            return IpAddress.of(text);
        }

        @Override
        byte[] octets(String text) {
            return IpAddress.of(text).octets();
        }
    },
    JDK {
        @Override
        InetAddress read(String text) throws UnknownHostException {
            return InetAddress.getByName(text);
        }

        @Override
        byte[] octets(String text) throws UnknownHostException {
            return read(text).getAddress();
        }
    },
    GUAVA {
        @Override
        InetAddress read(String text) {
            return InetAddresses.forString(text);
        }

        @Override
        byte[] octets(String text) {
            return read(text).getAddress();
        }
    },
    IPADDRESS {
        @Override
        Object read(String text) throws AddressStringException {
            // The object keeps its result, so each needs a new one.
            return new IPAddressString(text).toAddress();
        }

        @Override
        byte[] octets(String text) throws AddressStringException {
            return new IPAddressString(text).toAddress().getBytes();
        }
    };

    abstract Object read(String text) throws Exception;

    /** To see that all read the same. */
    abstract byte[] octets(String text) throws Exception;
}
