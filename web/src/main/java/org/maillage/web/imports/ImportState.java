package org.maillage.web.imports;

/** Where an import stands. */
public enum ImportState {
    /** it waits for its turn */
    WAITING,
    /** a process runs it, or will go on with it */
    RUNNING,
    DONE,
    /** somebody stopped it, and may have it go on while its file is kept; what it had brought stays */
    CANCELLED,
    /** the file or the mapping was refused, or the network could not be made; what it had brought stays */
    FAILED;

    /** Whether nothing more will happen by itself. */
    public boolean ended() {
        return switch (this) {
            case WAITING, RUNNING -> false;
            case DONE, CANCELLED, FAILED -> true;
        };
    }
}
