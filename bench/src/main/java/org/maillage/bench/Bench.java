package org.maillage.bench;

/** Runs the measurements named on the command line, or all of them. */
final class Bench {

    private Bench() {}

    public static void main(String[] args) {
        System.err.println("bench: there is no measurement yet");
        System.exit(1);
    }
}
