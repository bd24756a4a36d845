import { formatInstant, formatRelative } from '@/lib/format.js';

/** "2 hours ago", with the full date as its title. */
export function Ago({ at }: { at: string }) {
  return <time dateTime={at} title={formatInstant(at)} className="text-muted">{formatRelative(at)}</time>;
}
