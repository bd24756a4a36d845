// The order matters: Edge and Opera also say "Chrome", Chrome also says "Safari", Android also says "Linux".
const browsers: [RegExp, string][] = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']];
const systems: [RegExp, string][] = [[/iPhone|iPad/, 'iOS'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux']];

/** Enough to recognise one's own device. */
export function readUserAgent(userAgent: string): { browser: string | null; system: string | null; isPhone: boolean } {
  const find = (known: [RegExp, string][]) => known.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
  return { browser: find(browsers), system: find(systems), isPhone: /Mobile|iPhone|Android/.test(userAgent) };
}
