/** The process of its own that keeps the views from Kafka: the one place here that knows Kafka. */
@NullMarked
package org.maillage.projection.standalone;

import org.jspecify.annotations.NullMarked;
