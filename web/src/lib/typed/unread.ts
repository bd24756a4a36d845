/** What was typed and could not be read: it stays as it is, and is never sent. */
export interface Unread {
  unread: string;
}

export function isUnread(value: unknown): value is Unread {
  return typeof value === 'object' && value !== null && 'unread' in value;
}

/** For what sends: forms and editors hold back as long as one of their fields is unread. */
export function read<V>(value: V): Exclude<V, Unread> {
  if (isUnread(value)) throw new Error('A value that was not read was about to be sent.');
  return value as Exclude<V, Unread>;
}
