package org.maillage.web.host.oauth;

/** Where the parts of OAuth are, below the site's own address. */
public final class OAuthAddresses {

    public static final String AUTHORIZE = "/oauth2/authorize";
    public static final String TOKEN = "/oauth2/token";
    public static final String REVOKE = "/oauth2/revoke";
    public static final String REGISTER = "/oauth2/register";

    /** RFC 8414, section 3. */
    public static final String METADATA = "/.well-known/oauth-authorization-server";

    /** RFC 9728, section 3.1: of the Host API, whose path follows. */
    public static final String RESOURCE = "/.well-known/oauth-protected-resource/ims/ob/v3p0";

    /** The root of the Host API. */
    public static final String HOST = "/ims/ob/v3p0";

    /** The page on which a member says yes or no. */
    public static final String CONSENT = "/autorisation";

    /** The page that says what applications may do, and what is kept of it. */
    public static final String ABOUT = "/applications";

    private OAuthAddresses() {}
}
