// @digitalbazaar/vc with the eddsa-rdfc-2022 cryptosuite, and @digitalbazaar/vc-bitstring-status-list.
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as vc from '@digitalbazaar/vc';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';

export const name = '@digitalbazaar/vc';

export const reads = ({json}) => json !== undefined;

export async function look({json: credential}, world) {
  const documentLoader = withDidKeys(world.documentLoader);
  const suite = new DataIntegrityProof({cryptosuite});
  // The period is looked at apart from the signature, by asking at the moment that the credential begins.
  const within = await vc.verifyCredential({
    credential, suite, documentLoader, now: credential.validFrom, checkStatus: async () => ({verified: true})
  });
  const now = await vc.verifyCredential({
    credential, suite, documentLoader, checkStatus: async () => ({verified: true})
  });
  const found = {
    signature: within.verified ? 'good' : 'bad',
    why: within.error?.errors?.map(error => error.message).join('; ') ?? within.error?.message
  };
  if(within.verified) {
    found.period = now.verified ? 'current' : 'expired';
  }
  if(!credential.credentialStatus) {
    found.status = 'none';
    return found;
  }
  const status = await checkStatus({credential, documentLoader, suite});
  if(!status.verified) {
    throw status.error ?? new Error('the status could not be read');
  }
  found.status = status.results.some(result => result.status) ? 'set' : 'clear';
  return found;
}

/** did:key needs no network: the name is the key. */
function withDidKeys(documentLoader) {
  return async url => {
    if(!url.startsWith('did:key:')) {
      return documentLoader(url);
    }
    const did = url.split('#')[0];
    const multibase = did.slice('did:key:'.length);
    const key = await Ed25519Multikey.from({
      '@context': 'https://w3id.org/security/multikey/v1', type: 'Multikey', id: `${did}#${multibase}`,
      controller: did, publicKeyMultibase: multibase
    });
    const method = await key.export({publicKey: true, includeContext: true});
    const document = url.includes('#') ? method : {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: did, verificationMethod: [method], assertionMethod: [method.id]
    };
    return {contextUrl: null, documentUrl: url, document};
  };
}
