package org.maillage.badge.image;

import java.util.List;

/**
 * What a badge's attestation to print says. Every word is in the reader's language already.
 *
 * @param language as a BCP 47 tag
 * @param heading what the paper is
 * @param holder who has the badge
 * @param badge its name
 * @param description what it tells
 * @param facts such as who awarded it, when, until when
 * @param criteriaHeading above how it is earned
 * @param criteria how it is earned, in sentences
 * @param evidenceHeading above the contributions
 * @param evidence the contributions that earned it, as far as the holder shows them; may be empty
 * @param verifyHeading above the code to scan
 * @param verify how to verify it, in sentences
 * @param address that the code to scan holds
 * @param code as people type it
 */
public record Attestation(
        String language,
        String heading,
        String holder,
        String badge,
        String description,
        List<Fact> facts,
        String criteriaHeading,
        String criteria,
        String evidenceHeading,
        List<String> evidence,
        String verifyHeading,
        String verify,
        String address,
        String code) {

    public Attestation {
        facts = List.copyOf(facts);
        evidence = List.copyOf(evidence);
    }

    /** A short fact with its label. */
    public record Fact(String label, String value) {}
}
