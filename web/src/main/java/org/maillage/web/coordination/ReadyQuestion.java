package org.maillage.web.coordination;

/** Questions that coordinators ask over and over, ready to be chosen. */
enum ReadyQuestion {
    DURATION,
    WITH_WHOM,
    WHERE,
    TRACE,
    SAME
}
