package org.maillage.web.host;

import org.junit.jupiter.api.BeforeEach;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nadia at her browser, and a wallet that has registered. */
abstract class WalletWorld {

    static final String CREDENTIALS = "/ims/ob/v3p0/credentials";

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    JdbcClient jdbc;

    TestNetwork.Made made;
    Wallet wallet;

    @BeforeEach
    void nadia_is_signed_in_and_a_wallet_is_registered() {
        made = network.make();
        wallet = new Wallet(port).registered("Mon portefeuille", "client_secret_basic");
        wallet.signIn(made.nadia().person());
    }

    final int reads(String access) {
        return wallet.get(CREDENTIALS, access).statusCode();
    }

    /** The same wallet beside a browser in which nobody has signed in. */
    final Wallet unsigned() {
        var same = new Wallet(port);
        same.client = wallet.client;
        return same;
    }

    /** How many questions and tokens of the wallet there are. */
    final int rows() {
        return jdbc.sql("select count(*) from web.wallet_authorization where client = ?")
                .param(wallet.client)
                .query(Integer.class)
                .single();
    }
}
