package org.maillage.web.mail;

/** Takes letters and brings them, or not; nobody waits for it. */
public interface Post {

    /** Sends a letter; what goes wrong is logged without the address. */
    void send(Letter letter);
}
