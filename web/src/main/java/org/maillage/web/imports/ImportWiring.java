package org.maillage.web.imports;

import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.maillage.web.wiring.Installation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where imports keep their files, and where they learn what day it is in a network. */
@Configuration(proxyBeanMethods = false)
class ImportWiring {

    @Bean
    ImportFiles importFiles(Installation installation) {
        return new ImportFiles(installation.imports());
    }

    @Bean
    NetworkZones networkZones(ObjectProvider<Projections> projections) {
        return network -> {
            var views = projections.getObject();
            return views.networks()
                    .find(network)
                    .or(() -> {
                        // An import that has just ended may have made it.
                        views.awaitJournal();
                        return views.networks().find(network);
                    })
                    .map(Network::zone);
        };
    }

    @Bean
    NetworkNames networkNames(ObjectProvider<Projections> projections) {
        return name -> projections.getObject().networks().all().stream()
                .filter(network -> NetworkNames.same(network.name(), name))
                .map(Network::network)
                .findFirst();
    }
}
