package dev.jackfield.jmx;

import java.util.Map;

/** What is plugged in. <i>Thread-safe.</i> */
public interface PanelMXBean {

    /**
     * Everything plugged in: what is in use, what waits behind it, and what was pulled.
     *
     * @return by generation
     */
    Map<Long, PlugView> getPlugs();

    /**
     * How often something else came into use under a name.
     *
     * @return since this MBean was registered
     */
    long getSwaps();
}
