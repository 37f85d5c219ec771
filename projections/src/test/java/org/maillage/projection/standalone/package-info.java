@org.jspecify.annotations.NullMarked
package org.maillage.projection.standalone;
