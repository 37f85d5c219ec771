-- What was asked under a key, to refuse another thing under it, and which folder keeps the file.

alter table import_job
    add request text,                   -- keyed hash of the file, the mapping and the network
    add kept_in uuid;                   -- the folder of the file, so that its own processes know when it is gone
