package dev.jackfield.jmx;

import java.util.Date;
import java.util.List;

/** What a client holds on to: see {@link dev.jackfield.http.Readings}. <i>Thread-safe.</i> */
public interface ClientMXBean {

    /**
     * Whose client it is.
     *
     * @return the bundle; empty outside of OSGi
     */
    String getUser();

    /**
     * What it is called.
     *
     * @return the name of its configuration, or that which it was registered by; empty for none
     */
    String getName();

    /**
     * Since when.
     *
     * @return when it was made; outside of OSGi, when it was registered
     */
    Date getSince();

    /**
     * Exchanges that wait for a connection.
     *
     * @return how many
     */
    int getQueued();

    /**
     * Exchanges under way.
     *
     * @return how many
     */
    int getActive();

    /**
     * Open connections, idle ones included.
     *
     * @return how many
     */
    int getConnections();

    /**
     * Open connections without an exchange.
     *
     * @return how many
     */
    int getIdle();

    /**
     * Exchanges that have their answer, and whose sink is waited for.
     *
     * @return how many
     */
    int getFinishing();

    /**
     * Connections that end with their exchange, as what made them is not in use any more.
     *
     * @return how many
     */
    int getDraining();

    /**
     * Each connection.
     *
     * @return by origin
     */
    List<WireView> getWires();
}
