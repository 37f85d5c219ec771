/** The demonstration network: people, places and a year of contributions, all fictional, made by real commands. */
@NullMarked
package org.maillage.web.demo;

import org.jspecify.annotations.NullMarked;
