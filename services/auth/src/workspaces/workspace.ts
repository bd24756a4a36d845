import type { Role } from '@crm-vision/common/context';
import { checkTimeZone } from '../users/personal-formats.js';
import { checkLocale, checkName } from '../users/user.js';
import { checkCountry } from './country.js';

export interface Workspace {
  id: string;
  name: string;
  slug: string;
  timeZone: string;
  locale: string;
  /** Whose phone numbers need no country code; empty: none is known. */
  country: string;
  /** Goes up with each change. */
  version: number;
}

/** A workspace as one of its members sees it. */
export interface Membership extends Workspace {
  role: Role;
}

export type WorkspaceChange = Partial<Pick<Workspace, 'name' | 'timeZone' | 'locale' | 'country'>>;

const SLUG_MAX = 40;

/** "Müller & Söhne" -> "muller-sohne". */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, SLUG_MAX).replace(/^-+|-+$/g, '');
  return plain || 'workspace';
}

/** The workspace after a change; what is not in it stays. */
export function changeWorkspace<T extends Workspace>(workspace: T, change: WorkspaceChange): T {
  return {
    ...workspace,
    version: workspace.version + 1,
    ...(change.name !== undefined && { name: checkName(change.name, 'name') }),
    ...(change.timeZone !== undefined && { timeZone: checkTimeZone(change.timeZone) }),
    ...(change.locale !== undefined && { locale: checkLocale(change.locale) }),
    ...(change.country !== undefined && { country: checkCountry(change.country) }),
  };
}
