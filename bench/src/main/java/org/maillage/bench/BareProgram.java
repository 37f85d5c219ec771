package org.maillage.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The least program of Spring Boot and Axon: a web server, a data source, Axon's own engine, one aggregate and one page.
 * It is what starting the whole program is measured against, so it has nothing of it: no security, no templates, no
 * migrations.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
public class BareProgram {

    /** What it leaves out of what its class path would configure by itself. */
    static final String WITHOUT = """
        org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration,\
        org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration,\
        org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration,\
        org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration,\
        org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration,\
        org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration,\
        org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration\
        """;

    private final WebServerApplicationContext context;

    BareProgram(WebServerApplicationContext context) {
        this.context = context;
    }

    public static void main(String[] args) {
        SpringApplication.run(BareProgram.class, args);
    }

    /** Counts something up. */
    record Count(@TargetAggregateIdentifier String id) {}

    /** Something was counted up. */
    record Counted(String id) {}

    /** How often something was counted up. */
    static class Counter {

        @AggregateIdentifier
        private String id = "";

        private int times;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        String handle(Count command) {
            AggregateLifecycle.apply(new Counted(command.id()));
            return id + " " + times;
        }

        @EventSourcingHandler
        void on(Counted counted) {
            id = counted.id();
            times++;
        }
    }

    @Bean(destroyMethod = "close")
    StockEngine engine(DataSource database) throws java.sql.SQLException {
        return new StockEngine(database.unwrap(HikariDataSource.class));
    }

    @Bean
    EventStore events(StockEngine engine) {
        return EmbeddedEventStore.builder().storageEngine(engine.engine()).build();
    }

    @Bean
    CommandBus commands(EventStore events) {
        var commands = SimpleCommandBus.builder().build();
        var repository = EventSourcingRepository.builder(Counter.class)
                .eventStore(events)
                .build();
        AggregateAnnotationCommandHandler.<Counter>builder()
                .aggregateType(Counter.class)
                .repository(repository)
                .build()
                .subscribe(commands);
        return commands;
    }

    @Bean
    CommandGateway gateway(CommandBus commands) {
        return DefaultCommandGateway.builder().commandBus(commands).build();
    }

    @GetMapping("/")
    String page() {
        return "there";
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        System.out.println("ready: http://localhost:"
                + Objects.requireNonNull(context.getWebServer()).getPort() + "/");
    }
}
