package dev.jackfield.itest.soak.door;

/** A service of the bundle: sends requests at a steady rate, until it is stopped, or its bundle is. */
public interface Load {
    /** Begins. What is behind is made up for; while {@value #MOST} are under way, nothing new is sent. */
    void start(Ledger ledger, Site site, int perSecond);

    /** Sends no more. What is under way goes on. */
    void stop();

    /** Never more at a time than this. */
    int MOST = 2_000;
}
