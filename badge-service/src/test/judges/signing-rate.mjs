// How many times a second @digitalbazaar/vc signs a credential, after a warm-up: one process, one thread.
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as vc from '@digitalbazaar/vc';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {offline} from './loader.mjs';
import {readFile} from 'node:fs/promises';

const WARM_UP = 400;
const SIGNATURES = 1500;

const credential = JSON.parse(await readFile(process.argv[2], 'utf8'));
const {documentLoader} = offline(new Map());
const key = await Ed25519Multikey.generate({
  id: `${credential.issuer.id}/keys/1`, controller: credential.issuer.id
});
const suite = new DataIntegrityProof({signer: key.signer(), cryptosuite});

const sign = async count => {
  for(let i = 0; i < count; i++) {
    const signed = await vc.issue({
      credential: {...credential, id: `${credential.id}-${i}`}, suite, documentLoader
    });
    if(!signed.proof.proofValue) {
      throw new Error('nothing was signed');
    }
  }
};

await sign(WARM_UP);
const start = process.hrtime.bigint();
await sign(SIGNATURES);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
console.log(`${(SIGNATURES / seconds).toFixed(1)} a second`);
