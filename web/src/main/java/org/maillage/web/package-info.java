/** The program: pages, API, security and the wiring of all modules. */
@NullMarked
package org.maillage.web;

import org.jspecify.annotations.NullMarked;
