/**
 * A timestamptz as PostgreSQL writes it in UTC, "2026-05-04 09:30:00.1+00", in RFC 3339 with milliseconds. By cutting, since a list has hundreds of them
 * and a Date for each was the dearest part of reading it.
 */
export function toInstant(text: string): string {
  if (!text.endsWith('+00') || text[4] !== '-') return new Date(text).toISOString();
  const fraction = text.slice(19, -3) || '.';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}${fraction.slice(0, 4).padEnd(4, '0')}Z`;
}
