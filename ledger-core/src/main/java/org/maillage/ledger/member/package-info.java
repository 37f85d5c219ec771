/** Persons, memberships and how they come and go (rule 16). */
@NullMarked
package org.maillage.ledger.member;

import org.jspecify.annotations.NullMarked;
