/**
 * What a badge looks like and what carries it: the drawing as SVG, the same drawing as PNG with equal bytes on every
 * machine, Open Badges baked into either, the picture for links that are shared, and the attestation to print.
 */
@NullMarked
package org.maillage.badge.image;

import org.jspecify.annotations.NullMarked;
