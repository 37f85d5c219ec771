package org.maillage.ledger.value;

/**
 * The eight roles, always in this order, none above another (glossary). A network may rename them on its screens; the
 * codes stay.
 */
public enum Role {
    /** animer */
    LEAD,
    /** accompagner */
    COMPANION,
    /** créer */
    INVENT,
    /** tester */
    TEST,
    /** relire */
    REVIEW,
    /** diffuser */
    SPREAD,
    /** mettre en lien */
    CONNECT,
    /** équiper */
    EQUIP
}
