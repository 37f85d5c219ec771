// The data model of Open Badges 3.0 as JSON Schema, by ajv.
import addFormats from 'ajv-formats';
import {Ajv2019} from 'ajv/dist/2019.js';

export const name = 'ajv';

export const reads = () => true;

let validators;

export async function look({json, jwt}, world) {
  validators ??= compile(world.schemas);
  const credential = json ?? JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url').toString('utf8'));
  const validate = credential.type.includes('EndorsementCredential') ? validators[1] : validators[0];
  const holds = validate(credential);
  return {schema: holds ? 'holds' : 'broken', why: JSON.stringify(validate.errors)};
}

function compile(schemas) {
  const ajv = new Ajv2019({allErrors: true, strict: true, strictRequired: false});
  addFormats.default(ajv);
  return [...schemas.values()].map(schema => ajv.compile(schema));
}
