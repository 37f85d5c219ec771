package org.maillage.ledger.value;

/** How the time was paid; never changes what is issued, only where the mailles go (rule 8). */
public enum Payment {
    /** bénévole */
    UNPAID,
    /** payé */
    PAID,
    /** service civique */
    CIVIC_SERVICE,
    /** indépendant */
    FREELANCE;

    /** Whether the mailles of this time go to the common fund, unless the tariff says otherwise (rule 8). */
    public boolean goesToFund() {
        return this != UNPAID;
    }
}
