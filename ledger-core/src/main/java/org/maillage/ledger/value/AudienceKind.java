package org.maillage.ledger.value;

/** The closed kinds by which the people present are counted; they are never named (privacy). */
public enum AudienceKind {
    CHILDREN_UNDER_15,
    TEENAGERS_15_TO_17,
    ADULTS,
    SENIORS,
    PEOPLE_WITH_DISABILITIES,
    PROFESSIONALS
}
