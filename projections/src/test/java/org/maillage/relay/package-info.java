@org.jspecify.annotations.NullMarked
package org.maillage.relay;
