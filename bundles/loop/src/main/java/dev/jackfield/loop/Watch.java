package dev.jackfield.loop;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A channel under watch by a {@link ChannelLoop}.
 *
 * <p><i>Loop-confined</i>, except for {@link #close()}.
 */
@ProviderType
public interface Watch extends Guard {

    /**
     * Sets what to wait for. Costs a system call when it changes, so leave it alone where possible.
     *
     * @param operations of {@link java.nio.channels.SelectionKey}; 0 for nothing
     */
    void interest(int operations);

    /**
     * What is waited for now.
     *
     * @return operations of {@link java.nio.channels.SelectionKey}; 0 once closed
     */
    int interest();
}
