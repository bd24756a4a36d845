import { isTimeZone } from '@crm-vision/common/time-zones';
import { z } from 'zod';
import { email, id, instant, ownName, text, version } from '../http/fields.dto.js';
import { page } from '../http/lists.dto.js';
import { type Orders, shortListQuery } from '../http/short-lists.js';

export const password = z.string().min(1).max(256);
export const role = z.enum(['owner', 'admin', 'member', 'viewer']).meta({ id: 'Role' });
export const timeZone = z.string().min(1).max(64).refine(isTimeZone, 'Must be a time zone of IANA, such as "Europe/Berlin".').describe('A time zone of IANA; an offset is none').meta({ example: 'Europe/Berlin' });
export const locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Must be a BCP 47 language, such as "en".').max(35);

export const country = z.string().regex(/^[A-Z]{2}$/, 'Must be an ISO 3166-1 code of two letters, such as "DE".').describe('Phone numbers of this country need no country code').meta({ example: 'DE' });

const formats = {
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).nullable().describe('Order of day, month and year; null: as the device does'),
  clock: z.enum(['h12', 'h23']).nullable().describe('Twelve or twenty-four hours, as BCP 47 names them; null: as the device does'),
  numberFormat: z.enum(['commaPoint', 'pointComma', 'spaceComma', 'apostrophePoint', 'indian']).nullable().describe('Signs of groups and decimals: 1,234.5 for commaPoint, 12,34,567.8 for indian; null: as the device does'),
  weekStart: z.enum(['mon', 'sat', 'sun']).nullable().describe('First day of the week; null: as the device does'),
};

export const user = z.strictObject({
  id, email, name: z.string(), locale: z.string(), theme: z.enum(['light', 'dark', 'system']), shortcuts: z.boolean(),
  timeZone: z.string().nullable().describe("Where the person's own days begin: My day, and what is due; null: that of the workspace"),
  ...formats, version,
}).meta({ id: 'User' });

export const workspace = z.strictObject({
  id, name: z.string(), slug: z.string(), role, timeZone: z.string(), locale: z.string(), country: country.nullable(), version,
}).meta({ id: 'Workspace' });

export const signUpBody = z.strictObject({
  email, password: password.describe('At least 12 characters'), name: ownName, workspaceName: ownName,
  locale: locale.optional(), timeZone: timeZone.optional(), country: country.optional().describe('Absent: that of the time zone, else of the locale'),
});
export const signInBody = z.strictObject({ email: text(254), password });
export const signedUp = z.strictObject({ user, workspace });
export const signedIn = z.strictObject({ user, workspaces: z.array(workspace) });

export const session = z.strictObject({
  user, workspace, workspaces: z.array(workspace), permissions: z.array(z.string()),
  csrfToken: z.string().describe('Send it as X-CSRF-Token with every write'),
}).meta({ id: 'Session' });

export const device = z.strictObject({
  id, ip: z.string(), userAgent: z.string(), createdAt: instant, lastSeenAt: instant, current: z.boolean(),
}).meta({ id: 'SignedInDevice' });
export const devicePage = page(device);
type Device = z.output<typeof device>;
export const deviceOrders = { createdAt: ({ createdAt }) => createdAt, lastSeenAt: ({ lastSeenAt }) => lastSeenAt } satisfies Orders<Device>;
export const devicesQuery = shortListQuery(Object.keys(deviceOrders), 'the one used last first');

export const updateUserBody = z.strictObject({
  name: ownName.optional(), locale: locale.optional(), theme: z.enum(['light', 'dark', 'system']).optional(), shortcuts: z.boolean().optional(),
  timeZone: timeZone.nullable().optional(), ...z.strictObject(formats).partial().shape, version,
});
export const changePasswordBody = z.strictObject({ currentPassword: password, newPassword: password });
export const updateWorkspaceBody = z.strictObject({
  name: ownName.optional(), timeZone: timeZone.optional(), locale: locale.optional(), country: country.nullable().optional(), version,
});
