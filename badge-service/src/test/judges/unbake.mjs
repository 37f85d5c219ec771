// What a file of a case holds: {json} or {jwt}. Pictures are read as the specification says, by nothing of this program.
import {inflateSync} from 'node:zlib';

export function unbake(file, bytes) {
  const text = file.endsWith('.png') ? fromPng(bytes) : file.endsWith('.svg') ? fromSvg(bytes.toString('utf8')) :
    bytes.toString('utf8');
  const content = text.trim();
  return content.startsWith('{') ? {json: JSON.parse(content)} : {jwt: content};
}

/** Open Badges 3.0, section 5.3.1: an iTXt chunk of the keyword `openbadgecredential`. */
function fromPng(bytes) {
  for(let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    const keyword = data.toString('latin1', 0, data.indexOf(0));
    if(type === 'iTXt' && keyword === 'openbadgecredential') {
      const compressed = data[keyword.length + 1] === 1;
      let start = keyword.length + 3;
      start = data.indexOf(0, start) + 1; // language
      start = data.indexOf(0, start) + 1; // translated keyword
      const text = data.subarray(start);
      return (compressed ? inflateSync(text) : text).toString('utf8');
    }
    at += 12 + length;
  }
  throw new Error('no badge in this PNG');
}

/** Section 5.3.2: `<openbadges:credential>` with CDATA, or `verify="…"` for a token. */
function fromSvg(text) {
  const token = /<openbadges:credential[^>]*\sverify="([^"]+)"/.exec(text);
  if(token) {
    return token[1];
  }
  const data = /<openbadges:credential[^>]*>\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*<\/openbadges:credential>/.exec(text);
  if(!data) {
    throw new Error('no badge in this SVG');
  }
  // CDATA cannot hold its own end: it is written in two parts.
  return data[1].replaceAll(']]]]><![CDATA[>', ']]>');
}
