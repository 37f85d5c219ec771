// jose, for tokens: RS256 by the key that `kid` names, and the claims that Open Badges 3.0 asks for.
import {importJWK, jwtVerify} from 'jose';

export const name = 'jose';

export const reads = ({jwt}) => jwt !== undefined;

export async function look({jwt}, world) {
  const key = async ({kid, alg}) => importJWK(world.document(kid), alg);
  let payload;
  try {
    ({payload} = await jwtVerify(jwt, key, {algorithms: ['RS256'], requiredClaims: ['iss', 'jti', 'nbf', 'sub']}));
  } catch(error) {
    return error.code === 'ERR_JWT_EXPIRED' ?
      {signature: 'good', period: 'expired'} : {signature: 'bad', why: error.message};
  }
  const same = payload.iss === payload.issuer.id && payload.jti === payload.id &&
    payload.sub === payload.credentialSubject.id && payload.nbf * 1000 === Date.parse(payload.validFrom);
  return {signature: same ? 'good' : 'bad', period: 'current', why: 'a claim differs from the credential'};
}
