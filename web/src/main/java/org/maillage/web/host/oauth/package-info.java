/** Which applications members let act for them, and how these prove it: OAuth 2, over Spring Authorization Server. */
@NullMarked
package org.maillage.web.host.oauth;

import org.jspecify.annotations.NullMarked;
