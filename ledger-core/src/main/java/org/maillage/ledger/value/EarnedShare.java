package org.maillage.ledger.value;

/**
 * One of the shares that earned a badge.
 *
 * @param contribution the claim that it stands in
 * @param share the member's own share of it
 */
public record EarnedShare(ContributionId contribution, ShareId share) {}
