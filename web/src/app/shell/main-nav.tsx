import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { myDayQuery } from '@/features/tasks/api/my-day.js';
import { mainItems } from './nav-items.js';
import { NavLink } from './nav-link.js';

export function MainNav({ folded = false, onGo }: { folded?: boolean; onGo?: () => void }) {
  const { t } = useTranslation('shell');
  const { data } = useQuery(myDayQuery);
  const due = data ? data.overdue.length + data.dueToday.length : 0;
  return mainItems.map((item) => (
    <NavLink
      key={item.id}
      item={item}
      folded={folded}
      {...(onGo ? { onGo } : {})}
      {...(item.id === 'myDay' ? { count: due, countLabel: t('nav.openTasks', { count: due }) } : {})}
    />
  ));
}
