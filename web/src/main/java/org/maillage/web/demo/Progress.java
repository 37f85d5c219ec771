package org.maillage.web.demo;

import java.util.function.Consumer;

/** Is told how far the making of the network is. */
@FunctionalInterface
public interface Progress {

    /**
     * The making has come so far.
     *
     * @param percent 0 to 100, never less than before
     */
    void at(int percent);

    /** Tells nobody. */
    static Progress silent() {
        return _ -> {};
    }

    /** Says it in a line, at every tenth part. */
    static Progress toLines(Consumer<String> lines) {
        return new Progress() {
            private int said = -10;

            @Override
            public void at(int percent) {
                if (percent >= said + 10) {
                    said = percent - percent % 10;
                    lines.accept("demonstration network: " + said + " %");
                }
            }
        };
    }
}
