package org.maillage.ledger.value;

/**
 * What a badge says, in both languages of the product.
 *
 * @param fr in French
 * @param en in English
 */
public record BadgeTexts(BadgeText fr, BadgeText en) {}
