package org.maillage.web.host;

import org.maillage.web.host.oauth.HostScope;
import org.maillage.web.host.oauth.OAuthAddresses;
import org.maillage.web.wiring.Installation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What applications may do here, what is kept of it, and how it ends: what wallets show as the privacy policy. */
@Controller
class AboutPages {

    private final Installation installation;

    AboutPages(Installation installation) {
        this.installation = installation;
    }

    @GetMapping(OAuthAddresses.ABOUT)
    String about(Model model) {
        model.addAttribute("scopes", HostScope.standard());
        model.addAttribute("contact", installation.contact());
        return "host/about";
    }
}
