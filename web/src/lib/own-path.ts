/** An origin that nobody has: what still has it after parsing has named no other. */
const OURS = 'http://own.invalid';

/**
 * The address when it leads to a page of this app, else undefined. Browsers drop tabs and line ends and read "\" as "/", so that only a parsed address
 * says where it leads: "/\t/evil.example" leads to evil.example.
 */
export function ownPath(address: unknown): string | undefined {
  if (typeof address !== 'string' || !address.startsWith('/')) return undefined;
  const parsed = parse(address);
  if (parsed?.origin !== OURS) return undefined;
  // "/.//evil.example" is a path of ours whose path alone would be read as another host.
  const { pathname, search, hash } = parsed;
  return pathname.startsWith('//') ? undefined : pathname + search + hash;
}

function parse(address: string): URL | undefined {
  try {
    return new URL(address, OURS);
  } catch {
    return undefined;
  }
}
