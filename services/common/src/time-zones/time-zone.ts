/** Offsets such as "+02:00" know no summer time, and are no names. */
const NAME = /^[A-Za-z][\w+/-]{0,63}$/;

/** Whether this is a time zone of IANA, such as "Europe/Berlin" or "UTC". */
export function isTimeZone(name: string): boolean {
  if (!NAME.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
