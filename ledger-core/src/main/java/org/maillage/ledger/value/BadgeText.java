package org.maillage.ledger.value;

/**
 * What a badge says in one language; public, in the clear, about nobody.
 *
 * @param name 1 to 80 characters
 * @param description what it is, 1 to 500 characters
 * @param criteria how it is earned, in sentences, 1 to 2,000 characters
 */
public record BadgeText(String name, String description, String criteria) {}
