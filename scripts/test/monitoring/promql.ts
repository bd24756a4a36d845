const WORDS = new Set(['and', 'or', 'unless', 'by', 'without', 'on', 'ignoring', 'group_left', 'group_right', 'bool', 'offset', 'inf', 'nan']);

/** Names of the metrics in a query: what is left without texts, selectors, ranges, label lists, functions, numbers and words of the language. */
export function metricsIn(query: string): string[] {
  const bare = query
    .replace(/"[^"]*"/g, '')
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ');
  const names = [...bare.matchAll(/(?<![\w:])[A-Za-z_:][\w:]*(?!\w*\s*\()/g)].map(([name]) => name).filter((name) => !WORDS.has(name.toLowerCase()));
  return [...new Set(names)].sort();
}

/** A series of a histogram belongs to the metric that the code names. */
export const declared = (name: string): string => name.replace(/_(bucket|count|sum)$/, '');
