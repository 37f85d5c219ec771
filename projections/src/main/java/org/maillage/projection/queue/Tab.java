package org.maillage.projection.queue;

/** Tabs of the coordinators' queue. */
public enum Tab {
    /** prêtes à valider: everyone cited has confirmed and the time is coherent */
    READY,
    /** à regarder de près */
    LOOK_CLOSER,
    /** précision demandée */
    CLARIFICATION_ASKED,
    /** déjà traitées */
    DONE
}
