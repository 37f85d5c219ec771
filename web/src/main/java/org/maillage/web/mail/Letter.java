package org.maillage.web.mail;

/** A letter of plain text to one address. */
public record Letter(String recipient, String subject, String body) {

    /** Says to whom nothing: addresses stay out of logs. */
    @Override
    public String toString() {
        return "letter";
    }
}
