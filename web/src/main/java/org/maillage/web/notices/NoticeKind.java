package org.maillage.web.notices;

/** Kinds of letters, each of which a person can do without. Links that somebody asks for are none of them. */
public enum NoticeKind {
    /** a question was asked about one's claim; at once */
    QUESTION,
    /** one's claim was validated, declined, reopened, or its validation reversed; at once */
    DECISION,
    /** one's share of somebody else's claim waits to be confirmed; at once */
    SHARE,
    /** one's badge was awarded, is to be reviewed, suspended or taken back, or ends soon, or one's question about a badge was answered; at once */
    BADGE,
    /** the rest of what waits for a member; once a day */
    DIGEST,
    /** what waits for the coordination; once a day */
    COORDINATION_DIGEST
}
