/** Bitstring Status List 1.0: which badges of an issuer are revoked or suspended, without telling who asked. */
@NullMarked
package org.maillage.badge.status;

import org.jspecify.annotations.NullMarked;
