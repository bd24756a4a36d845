import { queryOptions, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '@/components/ui/toast.js';
import { api } from '@/lib/api/api-client.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import { isolated } from '@/lib/isolated.js';
import { membersQuery, type Member } from '@/lib/session/members.js';
import { sessionQuery, useSession } from '@/lib/session/session.js';

export type Role = Schemas['Role'];
export const roles: Role[] = ['owner', 'admin', 'member', 'viewer'];

export const invitationsQuery = queryOptions({ queryKey: ['invitation', 'list'], queryFn: ({ signal }) => api.get('/invitations', { signal }) });

export function useChangeRole() {
  const { t } = useTranslation('settings');
  const { user } = useSession();
  return useMutation({
    mutationFn: ({ member, role }: { member: Member; role: Role }) => api.patch('/members/{userId}', { path: { userId: member.userId }, body: { role } }),
    onSuccess: (_written, { member, role }) => toast.done(t('members.roleChanged', { name: isolated(member.name), role: t(`members.roles.${role}`) })),
    onError: (error) => toast.problem(error),
    onSettled: async (_written, _error, { member }) => {
      await queryClient.invalidateQueries(membersQuery);
      // One's own role decides what the pages offer.
      if (member.userId === user.id) await queryClient.invalidateQueries(sessionQuery);
    },
  });
}

export function useRemoveMember() {
  const { t } = useTranslation('settings');
  return useMutation({
    mutationFn: (member: Member) => api.delete('/members/{userId}', { path: { userId: member.userId } }),
    onSuccess: (_written, member) => toast.done(t('members.removed', { name: isolated(member.name) })),
    onError: (error) => toast.problem(error),
    onSettled: () => queryClient.invalidateQueries(membersQuery),
  });
}

export async function invite(body: { email: string; role: 'admin' | 'member' | 'viewer' }, idempotencyKey: string) {
  const { data } = await api.post('/invitations', { body, idempotencyKey });
  await queryClient.invalidateQueries(invitationsQuery);
  return data;
}

export function useRevokeInvitation() {
  const { t } = useTranslation('settings');
  return useMutation({
    mutationFn: (id: string) => api.delete('/invitations/{id}', { path: { id } }),
    onSuccess: () => toast.done(t('members.revoked')),
    onError: (error) => toast.problem(error),
    onSettled: () => queryClient.invalidateQueries(invitationsQuery),
  });
}
