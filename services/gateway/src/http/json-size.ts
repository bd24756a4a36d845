const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

export interface JsonSize {
  depth: number;
  /** Values and keys with one, at least; more than one for each pair of brackets. */
  elements: number;
}

/**
 * How deep and how large JSON is, from its bytes and without making anything of it: what parsing and checking cost follows this and not the number of
 * bytes. UTF-8 never holds these signs within another one. Of bytes that are no JSON it says something, which does not matter.
 */
export function jsonSize(bytes: Uint8Array): JsonSize {
  let [depth, deepest, elements] = [0, 0, 1];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfText(bytes, at);
    else if (byte === COMMA) elements += 1;
    else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
      elements += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) depth -= 1;
  }
  return { depth: deepest, elements };
}

function endOfText(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}
