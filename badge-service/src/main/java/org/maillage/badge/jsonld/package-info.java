/** JSON and JSON-LD from anywhere, read in a box: bundled contexts alone, no network, no files, every size capped. */
@NullMarked
package org.maillage.badge.jsonld;

import org.jspecify.annotations.NullMarked;
