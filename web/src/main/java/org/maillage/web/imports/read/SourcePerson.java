package org.maillage.web.imports.read;

/**
 * Somebody as a source names them.
 *
 * @param identity the same for the same person, over all sources of its kind; never an e-mail address: those are hashed
 *     with a key before they leave the reader
 * @param name 1 to 120 characters; the ledger seals it
 */
public record SourcePerson(String identity, String name) {}
