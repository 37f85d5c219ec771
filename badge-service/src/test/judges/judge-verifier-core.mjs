// @digitalcredentials/verifier-core, which is what wallets of the Digital Credentials Consortium use.
import {verifyCredential} from '@digitalcredentials/verifier-core';

export const name = '@digitalcredentials/verifier-core';

export const reads = ({json}) => json !== undefined;

export async function look({json}) {
  const credential = structuredClone(json);
  const result = await verifyCredential({credential, knownDIDRegistries: []});
  const step = id => result.log?.find(entry => entry.id === id);
  const signature = step('valid_signature');
  const found = {
    signature: signature?.valid === true && !result.errors ? 'good' : 'bad',
    why: JSON.stringify(result.errors ?? result.log)
  };
  if(found.signature === 'good') {
    // It tells of an expiry only where the credential has one.
    found.period = step('expiration')?.valid === false ? 'expired' : 'current';
    found.status = json.credentialStatus ? statusOf(step('revocation_status')) : 'none';
  }
  const schema = result.additionalInformation?.find(entry => entry.id === 'schema_check');
  if(schema) {
    found.schema = Array.isArray(schema.results) && schema.results.every(({result: {valid}}) => valid) ?
      'holds' : 'broken';
  }
  return found;
}

function statusOf(step) {
  if(!step || step.error) {
    throw new Error(`no status: ${JSON.stringify(step)}`);
  }
  return step.valid ? 'clear' : 'set';
}
