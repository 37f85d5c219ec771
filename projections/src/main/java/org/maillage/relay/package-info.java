/** The copy of the journal on Kafka: the topic, what is in a record, and the relay that writes it. */
@NullMarked
package org.maillage.relay;

import org.jspecify.annotations.NullMarked;
