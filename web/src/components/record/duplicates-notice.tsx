import { Link } from '@tanstack/react-router';
import { CopyCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { recordPath } from '@/config/paths.js';
import type { Schemas } from '@/lib/api/api-types.js';

/** "Possible duplicate: Ada Lovelace, open", while it is being typed. */
export function DuplicatesNotice({ candidates, onOpen }: { candidates: readonly Schemas['DuplicateCandidate'][]; onOpen?: () => void }) {
  const { t } = useTranslation(['records', 'common']);
  return (
    <div role="status" aria-live="polite">
      {candidates.length > 0 && (
        <div className="mt-3 rounded-control bg-warning-soft px-3 py-2 text-sm text-warning-ink">
          <p className="flex items-center gap-1.5 font-medium"><CopyCheck aria-hidden className="size-4" />{t('duplicate.title')}</p>
          <ul className="mt-1 flex flex-col gap-0.5">
            {candidates.map(({ kind, id, title, subtitle, matchedField, deleted }) => (
              <li key={id} className="flex min-w-0 items-center gap-1.5">
                <span className="min-w-0 truncate"><bdi className="font-medium">{title}</bdi>{subtitle && <> · <bdi>{subtitle}</bdi></>} · {t(`duplicate.${matchedField}`)}{deleted && ` · ${t('duplicate.deleted')}`}</span>
                <Link to={recordPath(kind, id) ?? '.'} onClick={onOpen} className="ms-auto shrink-0 rounded-sm font-medium underline underline-offset-2">{t('common:open')}<span className="sr-only"> {title}</span></Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
