package org.maillage.web.mail;

/** Takes letters and brings them. */
public interface Post {

    /**
     * Sends a letter. What goes wrong is logged without the address.
     *
     * @return whether the letter was taken; where it was not, sending it again later may work. Who means it as a best effort
     *     need not look.
     */
    boolean send(Letter letter);
}
