import { formats, type FormatName } from '@/lib/formats/formats.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { updateUser } from './update-user.js';

const names: FormatName[] = ['timeZone', 'dateOrder', 'clock', 'numberFormat', 'weekStart'];

/** What a person has not chosen yet becomes what their first device says, so that the next one shows the same. */
export function keepDeviceFormats(user: Schemas['User']): void {
  const device = formats();
  const open = names.filter((name) => user[name] === null);
  // Not to be told: it is tried again with the next visit.
  if (open.length > 0) updateUser(Object.fromEntries(open.map((name) => [name, device[name]]))).catch(() => undefined);
}
