package org.maillage.web.contributions;

import org.maillage.projection.contribution.State;

/**
 * The state of a claim as a shape, a colour and a word.
 *
 * @param kind plain, info, attention, success or error
 * @param icon an icon of the shell
 * @param key of its word in the bundles
 */
public record StateMark(String kind, String icon, String key) {

    /** The mark of a state. */
    public static StateMark of(State state) {
        return switch (state) {
            case SUBMITTED -> mark("info", "envoyer", state);
            case CLARIFICATION_ASKED -> mark("attention", "question", state);
            case VALIDATED -> mark("success", "coche", state);
            case DECLINED -> mark("error", "fermer", state);
            case WITHDRAWN -> mark("plain", "retour", state);
            case APPEALED -> mark("info", "balance", state);
            case REVERSED -> mark("error", "annuler", state);
        };
    }

    private static StateMark mark(String kind, String icon, State state) {
        return new StateMark(kind, icon, "contributions.state." + state);
    }
}
