/** Records that an act holds in memory at once: each may be as large as its columns allow, and a note is so hundreds of kilobytes. */
const AT_ONCE = 50;

/** In parts that memory holds, in the order in which rows are locked. */
export function* portions<T>(items: readonly T[], idOf: (item: T) => string, most = AT_ONCE): Generator<T[]> {
  const ordered = [...items].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  for (let from = 0; from < ordered.length; from += most) yield ordered.slice(from, from + most);
}
