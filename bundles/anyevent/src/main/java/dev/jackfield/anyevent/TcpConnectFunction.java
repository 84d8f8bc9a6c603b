package dev.jackfield.anyevent;

import dev.jackfield.loop.Guard;
import org.osgi.annotation.versioning.ConsumerType;

/** The seed's {@code tcp_connect} parameter: something with the calling conventions of {@link AnyEvent#tcpConnect}. */
@FunctionalInterface
@ConsumerType
public interface TcpConnectFunction {

    /**
     * Connects.
     *
     * @param host a host name or a literal address, without brackets
     * @param service a number
     * @param connectCb to be told how it ended, on whatever thread; only the first call counts. A wire that comes too late
     *     is closed
     * @param prepareCb to be called with each socket before it is connected, if there are sockets; tells for how long
     * @return calls the attempt off
     */
    Guard connect(String host, String service, ConnectCallback connectCb, PrepareCallback prepareCb);
}
