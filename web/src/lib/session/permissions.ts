import { useSession } from './session.js';

export type Permission = 'records.read' | 'records.write' | 'records.purge' | 'settings.write' | 'members.manage' | 'sample_data.manage';

/** Hides what a person may not do. The server decides again on every request. */
export function usePermission(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}
