import { useTranslation } from 'react-i18next';
import { RecordIcon } from '@/components/record-icon.js';
import { Chip } from '@/components/ui/chip.js';
import { ComboBox } from '@/components/ui/combo-box.js';
import { api } from '@/lib/api/api-client.js';
import type { TaskLink } from '../task.js';

const OFFERED = 20;

/** The records that a task is about: found by name, shown as chips. */
export function LinksField({ value, onChange }: { value: TaskLink[]; onChange: (links: TaskLink[]) => void }) {
  const { t } = useTranslation('tasks');
  const { t: common } = useTranslation();
  const add = (key: string, label: string) => {
    const [kind, id] = key.split(':') as [TaskLink['kind'], string];
    if (!value.some((link) => link.id === id)) onChange([...value, { kind, id, label }]);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <ComboBox
        label={t('links')}
        name="links"
        value={null}
        picksMany
        onChange={(option) => option && add(option.id, option.label)}
        load={findRecords}
        loadKey="task-links"
        placeholder={common('typeToSearch')}
      />
      {value.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {value.map((link) => (
            <li key={link.id} className="max-w-full">
              <Chip label={link.label} onRemove={() => onChange(value.filter((other) => other.id !== link.id))}>
                <span className="sr-only">{common(`kinds.${link.kind}`)} </span><bdi>{link.label}</bdi>
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

async function findRecords(query: string, signal: AbortSignal) {
  if (query === '') return [];
  const { items } = await api.get('/search', { query: { q: query, kinds: 'company,contact,deal', limit: OFFERED }, signal });
  return items.map(({ kind, id, title, subtitle }) => ({ id: `${kind}:${id}`, label: title, detail: subtitle, start: <RecordIcon kind={kind} id={id} title={title} /> }));
}
