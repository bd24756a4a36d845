/** Statements of a migration without their comments, and with their texts and function bodies taken out, so that a word in one of those is no command. */
export function statementsOf(sql: string): string[] {
  const bare = sql.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\/|(\$\w*\$)[\s\S]*?\1|'(?:[^']|'')*'/g, (found) => (found.startsWith('--') || found.startsWith('/*') ? ' ' : "''"));
  return bare.split(';').map((statement) => statement.replaceAll(/\s+/g, ' ').trim()).filter(Boolean);
}
