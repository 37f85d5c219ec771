/** Keys and proofs: Data Integrity eddsa-rdfc-2022, VC-JWT RS256, and the documents by which others find the keys. */
@NullMarked
package org.maillage.badge.proof;

import org.jspecify.annotations.NullMarked;
