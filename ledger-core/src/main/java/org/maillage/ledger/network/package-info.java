/** Networks, their kinds, coordinators and organisations (rules 3 and 16). */
@NullMarked
package org.maillage.ledger.network;

import org.jspecify.annotations.NullMarked;
