package org.maillage.web.security;

/** An authentication that is no person's: whoever bears it is a visitor to pages, and to the permissions of people. */
public interface Nobody {}
