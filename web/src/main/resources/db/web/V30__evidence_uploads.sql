-- Files of evidence that were sent through the API, until and after a claim names them; their bytes are in the vault.
-- A row that no claim names can be purged.
create table evidence_upload (
    id uuid primary key,
    network uuid not null,
    member uuid not null,
    contribution uuid,
    type text not null,
    name_sealed text not null,
    content_sealed text not null,
    sealed_sha256 text not null,
    uploaded_at timestamptz not null
);
create index evidence_upload_unclaimed on evidence_upload (uploaded_at) where contribution is null;
