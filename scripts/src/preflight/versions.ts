type Version = readonly [major: number, minor: number, patch: number];

function parse(text: string): Version | null {
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)\.(\d+)/.exec(text) ?? [];
  return major === undefined ? null : [Number(major), Number(minor), Number(patch)];
}

/** Why one version cannot follow the other; null when it can. Code of both runs at once during an upgrade, and is tested one minor version apart. */
export function skewProblem(running: string, next: string): string | null {
  const [from, to] = [parse(running), parse(next)];
  if (!from || !to) return `"${from ? next : running}" is no version such as 1.4.0`;
  const isOlder = to[0] < from[0] || (to[0] === from[0] && (to[1] < from[1] || (to[1] === from[1] && to[2] < from[2])));
  if (isOlder) return `${next} is older than the ${running} that runs: go back with helm rollback, which is tested for one release`;
  if (to[0] > from[0] + 1 || (to[0] === from[0] && to[1] > from[1] + 1)) return `${running} cannot be followed by ${next}: upgrade to ${from[0]}.${from[1] + 1} first, since releases work side by side one minor version apart`;
  return null;
}
