package org.maillage.ledger.value;

/** In what capacity the contributor acted. */
public enum Capacity {
    /** as a member like any other */
    MEMBER,
    /** as a member of the board */
    BOARD,
    /** supervising volunteers */
    SUPERVISES_VOLUNTEERS
}
