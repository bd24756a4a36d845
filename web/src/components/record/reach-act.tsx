import { Mail, Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Menu } from '@/components/ui/menu.js';
import { Popover } from '@/components/ui/popover.js';
import { usePhoneText } from '@/lib/phone/use-phone-text.js';
import { HeaderAct, headerActClass, HeaderActFace } from './header-act.js';

/** An address or a number, and whose it is. */
export interface Way {
  id: string;
  name: string;
  value: string;
}

/** Why there is no way, and what can be done about it. */
export interface NoWay {
  text: string;
  offers: { id: string; label: string; run: () => void }[];
}

export interface ReachActProps {
  kind: 'email' | 'call';
  ways: readonly Way[];
  none: NoWay;
  isPending?: boolean;
}

const kinds = { email: { icon: Mail, scheme: 'mailto:' }, call: { icon: Phone, scheme: 'tel:' } };

/** "Email" or "Call": at once where there is one way, a choice where there are several, and the reason where there is none. */
export function ReachAct({ kind, ways, none, isPending = false }: ReachActProps) {
  const { t } = useTranslation('records');
  const { icon, scheme } = kinds[kind];
  const text = t(`acts.${kind}`);
  const phones = usePhoneText();
  const shown = (value: string) => (kind === 'call' ? phones.shown(value) : value);
  const [only] = ways;
  if (only && ways.length === 1) return <a href={scheme + only.value} title={shown(only.value)} className={headerActClass}><HeaderActFace icon={icon} text={text} /></a>;
  const trigger = <HeaderAct icon={icon} text={text} isDisabled={isPending} />;
  if (only) return <Menu label={text} trigger={trigger} groups={[{ id: kind, items: ways.map(({ id, name, value }) => ({ id, label: name, detail: shown(value), href: scheme + value })) }]} />;
  return (
    <Popover label={text} trigger={trigger} className="max-w-80 p-3">
      {(close) => (
        <>
          <p className="text-sm">{none.text}</p>
          {none.offers.length > 0 && (
            <div className="flex flex-wrap gap-1.5 pt-2.5">
              {none.offers.map(({ id, label, run }) => <Button key={id} size="sm" onPress={() => leaveThen(close, run)}>{label}</Button>)}
            </div>
          )}
        </>
      )}
    </Popover>
  );
}

/** The layer gives the focus back when it closes; only then can the focus go elsewhere. */
function leaveThen(close: () => void, run: () => void): void {
  close();
  requestAnimationFrame(() => requestAnimationFrame(run));
}
