// Lets every judge look at every case of a folder, and compares what they find with what is expected.
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {offline} from './loader.mjs';
import {unbake} from './unbake.mjs';

const folder = process.argv[2];
if(!folder) {
  console.error('usage: node judge.mjs FOLDER');
  process.exit(2);
}
const {documents, cases} = JSON.parse(await readFile(join(folder, 'expectations.json'), 'utf8'));
const served = new Map();
for(const [url, file] of Object.entries(documents)) {
  served.set(url, JSON.parse(await readFile(join(folder, file), 'utf8')));
}
const world = offline(served);

// Only now: the libraries take the network that they find when they are loaded.
const judges = [
  await import('./judge-vc.mjs'),
  await import('./judge-verifier-core.mjs'),
  await import('./judge-jose.mjs'),
  await import('./judge-schema.mjs')
];

const FACETS = ['signature', 'status', 'period', 'schema'];
let findings = 0;
const wrong = [];
const ran = new Map(judges.map(judge => [judge.name, 0]));
for(const expected of cases) {
  const content = unbake(expected.file, await readFile(join(folder, expected.file)));
  for(const judge of judges.filter(judge => judge.reads(content))) {
    let found;
    try {
      found = await judge.look(content, world);
    } catch(error) {
      wrong.push(`${expected.file}: ${judge.name} failed: ${error.stack}`);
      continue;
    }
    ran.set(judge.name, ran.get(judge.name) + 1);
    for(const facet of FACETS.filter(facet => facet in found && facet in expected)) {
      findings++;
      console.log(`${expected.file}: ${judge.name} finds ${facet} ${found[facet]}`);
      if(found[facet] !== expected[facet]) {
        wrong.push(`${expected.file}: ${judge.name} finds ${facet} ${found[facet]}, expected ${expected[facet]}` +
          (found.why ? `: ${found.why}` : ''));
      }
    }
  }
}
for(const [name, count] of ran) {
  if(count === 0 && !(name === 'jose' && !cases.some(({file}) => file.endsWith('.jwt')))) {
    wrong.push(`${name} looked at nothing`);
  }
}
for(const url of world.missed) {
  console.log(`asked for and not given: ${url}`);
}
wrong.forEach(line => console.error(line));
console.log(`${findings} findings by ${[...ran.keys()].join(', ')}; ${wrong.length} wrong`);
process.exit(wrong.length === 0 && findings > 0 ? 0 : 1);
