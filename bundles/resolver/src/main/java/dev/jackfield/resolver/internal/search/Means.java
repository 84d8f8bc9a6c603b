package dev.jackfield.resolver.internal.search;

import dev.jackfield.address.IpAddress;
import dev.jackfield.resolver.ResolverOptions.Order;
import dev.jackfield.resolver.internal.files.TableFiles;
import dev.jackfield.resolver.internal.order.Service;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What look-ups work with.
 *
 * @param order who is asked first
 * @param patience for how long an A answer waits for the AAAA answer
 * @param files the tables of this machine
 * @param dns the name servers
 * @param jvm who is asked where there are none
 * @param addresses puts the addresses of a host in order
 * @param services puts the targets of SRV records in order
 */
public record Means(
        Order order,
        Duration patience,
        TableFiles files,
        Dns dns,
        Jvm jvm,
        UnaryOperator<List<IpAddress>> addresses,
        UnaryOperator<List<Service>> services) {}
