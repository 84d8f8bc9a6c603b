package dev.jackfield.resolver.internal.files;

import dev.jackfield.address.ServiceNames;
import dev.jackfield.resolver.internal.stub.StubConfig;

/**
 * What the files of this machine say. <i>Immutable.</i>
 *
 * @param hosts the hosts file
 * @param dns resolv.conf, or what the options say instead
 * @param services the system's table of services, and our own for what it does not have
 */
public record Tables(Hosts hosts, StubConfig dns, ServiceNames services) {}
