/** Tests of the views: histories of events, and what the views say of them. */
package org.maillage.projection;
