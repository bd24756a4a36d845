import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { formatInstant, formatRelative } from '@/lib/format.js';

export function InviteLink({ link, expiresAt }: { link: string; expiresAt: string }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // Selected first: where the clipboard is out of reach, one key copies it.
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-base text-muted" title={formatInstant(expiresAt)}>{t('members.linkText', { when: formatRelative(expiresAt) })}</p>
      <div className="flex gap-2">
        <input ref={field} aria-label={t('members.link')} readOnly value={link} onFocus={(event) => event.target.select()} className="h-8 min-w-0 flex-1 rounded-control border border-strong bg-sunken px-2.5 font-mono text-xs touch:h-11" />
        <Button variant="primary" icon={copied ? Check : Copy} autoFocus onPress={() => void copy()}>{copied ? common('copied') : t('members.copyLink')}</Button>
      </div>
    </div>
  );
}
