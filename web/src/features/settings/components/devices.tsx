import { useQuery } from '@tanstack/react-query';
import { Laptop, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '@/components/ui/badge.js';
import { Button } from '@/components/ui/button.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { formatInstant, formatRelative } from '@/lib/format.js';
import { devicesQuery, useSignOutDevice } from '../api/devices.js';
import { readUserAgent } from '../user-agent.js';

type Device = Schemas['SignedInDevice'];

export function Devices() {
  const { data, error, refetch } = useQuery(devicesQuery);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={2} />;
  const items = data.items.toSorted((a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt));
  return <ul>{items.map((device) => <DeviceRow key={device.id} device={device} />)}</ul>;
}

function DeviceRow({ device }: { device: Device }) {
  const { t } = useTranslation('settings');
  const signOut = useSignOutDevice();
  const { browser, system, isPhone } = readUserAgent(device.userAgent);
  const Icon = isPhone ? Smartphone : Laptop;
  const name = browser && system ? t('profile.onSystem', { browser, system }) : (browser ?? system ?? t('profile.unknownDevice'));
  return (
    <li className="flex items-center gap-3 border-b border-subtle py-2.5 last:border-b-0">
      <Icon aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 text-sm"><span className="truncate">{name}</span>{device.current && <Badge tone="success">{t('profile.thisDevice')}</Badge>}</p>
        <p className="truncate text-xs text-muted" title={formatInstant(device.lastSeenAt)}>{t('profile.lastSeen', { when: formatRelative(device.lastSeenAt) })} · {device.ip}</p>
      </div>
      {!device.current && <Button size="sm" aria-label={`${t('profile.signOutDevice')}: ${name}`} isPending={signOut.isPending} onPress={() => signOut.mutate(device.id)}>{t('profile.signOutDevice')}</Button>}
    </li>
  );
}
