/** Where the messages of PostgreSQL, of JSON.parse and of addresses hold what somebody typed, or a password. */
const TELLTALE: readonly [pattern: RegExp, inPlace: string][] = [
  [/:\/\/[^\s/@]*@/g, '://[redacted]@'],
  [/: "[^]*"(?= at character \d+$|$)/, ': "[redacted]"'],
  [/^value "[^]*" is /, 'value "[redacted]" is '],
  [/^Unexpected .* JSON[^]*$|^"?[^]*is not valid JSON$/, 'A text is not valid JSON'],
];
/** What PostgreSQL says about itself. Its detail, its hint and where it was hold whole rows. */
const FACTS = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine', 'syscall'] as const;

/** The message of an error without the values in it. */
export function discreetMessage(message: string): string {
  return TELLTALE.reduce((text, [pattern, inPlace]) => text.replace(pattern, inPlace), message);
}

/** The same for its stack, which begins with the message. */
export function discreetStack({ message, stack = '' }: Error): string {
  return message ? stack.replace(message, () => discreetMessage(message)) : stack;
}

/** An error as a log line tells it, with what caused it: chosen facts, since the rest of an error may be anything, the row that was refused among it. */
export function discreetError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? discreetMessage(error) : { type: typeof error };
  const facts = error as unknown as Record<string, unknown>;
  return {
    type: error.name,
    message: discreetMessage(error.message),
    stack: discreetStack(error),
    ...Object.fromEntries(FACTS.filter((name) => facts[name] !== undefined).map((name) => [name, facts[name]])),
    ...(error.cause !== undefined && { cause: discreetError(error.cause) }),
    ...(error instanceof AggregateError && { errors: error.errors.map(discreetError) }),
  };
}
