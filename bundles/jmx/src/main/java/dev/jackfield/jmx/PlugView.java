package dev.jackfield.jmx;

import java.util.Date;

/** One plug of the panel, as JMX has it: see {@link dev.jackfield.connector.Plug}. <i>Immutable.</i> */
public interface PlugView {

    /**
     * What kind of plug.
     *
     * @return {@code connector} or {@code layer}
     */
    String getKind();

    /**
     * Under which name.
     *
     * @return of the socket on the panel
     */
    String getName();

    /**
     * Which of several is in use.
     *
     * @return the highest is
     */
    int getRanking();

    /**
     * Unique on the panel.
     *
     * @return another one after each change
     */
    long getGeneration();

    /**
     * For which targets.
     *
     * @return patterns; none for all
     */
    String[] getHosts();

    /**
     * Whose it is.
     *
     * @return a bundle, a module or a class, for people to read
     */
    String getOwner();

    /**
     * Since when.
     *
     * @return when it was plugged in, was changed, pulled or put back
     */
    Date getSince();

    /**
     * Whether an operator has pulled it.
     *
     * @return then it is in use for nobody
     */
    boolean isPulled();

    /**
     * Whether it is in use for all targets that nothing is plugged in for in particular.
     *
     * @return false for those that wait, were pulled, or are for some targets only
     */
    boolean isInUse();
}
