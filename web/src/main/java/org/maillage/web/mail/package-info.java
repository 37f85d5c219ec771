/** Letters to people: by a mail server, or into the mailbox of the demonstration. */
@NullMarked
package org.maillage.web.mail;

import org.jspecify.annotations.NullMarked;
