-- The number by which LinkedIn knows a network's page: with it a badge there bears the network's logo.
create table network_linkedin (
    network uuid primary key,
    organisation bigint not null
);
