/** The API's description, made from the mapped endpoints, their records and the texts of both languages. */
@NullMarked
package org.maillage.web.api.openapi;

import org.jspecify.annotations.NullMarked;
