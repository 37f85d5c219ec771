// How many events a second a store appends, each to a new stream in a transaction of its own, with so many in flight:
//   node append.mjs emmett|message-db <address of a database> <in flight> <seconds> <file with the event's JSON>
import {getPostgreSQLEventStore} from '@event-driven-io/emmett-postgresql';
import {randomUUID} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import pg from 'pg';

const WARM_UP = 1_000;
const TYPE = 'contribution.submitted.1';

// In the order of its install.sh, but for pgcrypto, which PostgreSQL needs no more for the function that is used of it.
const MESSAGE_DB = [
  'roles/message-store', 'schema/message-store', 'tables/messages', 'types/message', 'functions/message-store-version',
  'functions/hash-64', 'functions/acquire-lock', 'functions/category', 'functions/is-category', 'functions/id',
  'functions/cardinal-id', 'functions/stream-version', 'functions/write-message', 'indexes/messages-id',
  'indexes/messages-stream', 'indexes/messages-category'
];

const [store, connectionString, inFlight, seconds, file] = process.argv.slice(2);
const json = await readFile(file, 'utf8');
const data = JSON.parse(json);

// A connection for each in flight, so that none waits for one.
const pooled = options => new pg.Pool({connectionString, max: Number(inFlight), ...options});

const emmett = async () => {
  const pool = pooled({});
  const events = getPostgreSQLEventStore(connectionString, {connectionOptions: {pool}});
  await events.schema.migrate();
  return async () => {
    const {createdNewStream} = await events.appendToStream(`contribution-${randomUUID()}`, [{type: TYPE, data}]);
    return createdNewStream;
  };
};

const messageDb = async () => {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@eventide/message-db/package.json')), 'database');
  const pool = pooled({options: '-c search_path=message_store,public -c client_min_messages=warning'});
  const {rows} = await pool.query(`select to_regclass('message_store.messages') as there`);
  if(!rows[0].there) {
    for(const name of MESSAGE_DB) {
      await pool.query(await readFile(join(folder, `${name}.sql`), 'utf8'));
    }
  }
  return async () => {
    const {rows} = await pool.query({
      name: 'write',
      text: 'select write_message($1, $2, $3, $4::jsonb, null, -1) as position',
      values: [randomUUID(), `contribution-${randomUUID()}`, TYPE, json]
    });
    return rows[0].position === '0';
  };
};

const append = await {emmett, 'message-db': messageDb}[store]();
let appended = 0;
const run = async goesOn => {
  appended = 0;
  await Promise.all(Array.from({length: Number(inFlight)}, async () => {
    while(goesOn()) {
      if(!await append()) {
        throw new Error('an event was not appended');
      }
      appended++;
    }
  }));
};

await run(() => appended < WARM_UP);
const start = performance.now();
await run(() => performance.now() - start < Number(seconds) * 1_000);
console.log(`${(appended / ((performance.now() - start) / 1_000)).toFixed(1)} a second`);
process.exit(0);
