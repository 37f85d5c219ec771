/**
 * Deterministic drawings of pages as SVG text: the mark of a role, the flower of a role portrait, the knitted border of a
 * network and the knitted year of a person. Pure functions: equal arguments give equal bytes on every machine, in every
 * language.
 */
@NullMarked
package org.maillage.web.drawing;

import org.jspecify.annotations.NullMarked;
