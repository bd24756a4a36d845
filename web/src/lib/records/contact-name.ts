interface Named {
  firstName: string | null;
  lastName: string | null;
  emails: readonly { email: string; primary: boolean }[];
}

/** What a contact is called; without a name, by the email. */
export function contactName({ firstName, lastName, emails }: Named): string {
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return name || (primaryOf(emails)?.email ?? '—');
}

export function primaryOf<T extends { primary: boolean }>(values: readonly T[]): T | undefined {
  return values.find((value) => value.primary) ?? values[0];
}
