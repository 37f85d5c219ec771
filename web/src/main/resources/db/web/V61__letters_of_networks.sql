-- Networks in which somebody has claimed, answered or appealed since letters began: their coordination is written to.
create table notice_network (
    network uuid primary key,
    stirred_at timestamptz not null
);
