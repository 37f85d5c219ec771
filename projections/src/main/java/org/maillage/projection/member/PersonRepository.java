package org.maillage.projection.member;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads who signs in, and their memberships. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PersonRepository extends GenericRepository<PersonRow, UUID> {

    @Query("select * from views.person where person = :person")
    Optional<PersonRow> find(UUID person);

    @Query("select * from views.person where administrator order by position")
    List<PersonRow> administrators();

    @Query("select * from views.membership where person = :person order by position")
    List<MembershipRow> memberships(UUID person);

    @Query("""
        select p.administrator, m.network, n.name as network_name, n.zone, m.member, m.name, m.coordinator
        from views.person p
        left join views.membership s
          join views.member m on m.network = s.of_network and m.member = s.member and m.until = date '9999-12-31'
            and m.status <> 'LEFT'
          join views.network n on n.network = s.of_network
          on s.person = p.person
        where p.person = :person
        order by s.position
        """)
    List<StandingRow> standings(UUID person);

    @Query("select * from views.membership where member = :member")
    Optional<MembershipRow> ofMember(UUID member);
}
