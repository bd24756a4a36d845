import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { peopleWays } from '@/components/record/people-ways.js';
import { ReachAct, type NoWay } from '@/components/record/reach-act.js';
import { useGoToPart } from '@/components/record/use-go-to-part.js';
import { contactQuery } from '@/lib/records/contact-queries.js';
import type { Deal } from '@/features/deals/deal.js';

/** Of more people nobody makes a choice in a menu. */
const REACHED = 12;
const OFFERED = 3;

/** Email and Call of a deal: the people on it. */
export function DealReach({ deal, mayWrite }: { deal: Deal; mayWrite: boolean }) {
  const { t } = useTranslation('records');
  const navigate = useNavigate();
  const goTo = useGoToPart();
  const people = useQueries({ queries: deal.contacts.slice(0, REACHED).map(({ id }) => contactQuery(id)) });
  const ways = peopleWays(people.flatMap(({ data }) => (data ? [data] : [])));
  const isPending = people.some((person) => person.isPending);
  const missing = (reason: 'noEmailOfPeople' | 'noPhoneOfPeople'): NoWay => {
    if (deal.contacts.length > 0) {
      const offers = deal.contacts.slice(0, OFFERED).map(({ id, name }) => ({ id, label: t('openNamed', { name }), run: () => void navigate({ to: '/contacts/$id', params: { id } }) }));
      return { text: t(`acts.${reason}`, { name: deal.name }), offers };
    }
    return { text: t('acts.noPeople', { name: deal.name }), offers: mayWrite ? [{ id: 'contact', label: t('acts.addPeople'), run: () => goTo.field('contactIds') }] : [] };
  };
  return (
    <>
      <ReachAct kind="email" ways={ways.email} isPending={isPending} none={missing('noEmailOfPeople')} />
      <ReachAct kind="call" ways={ways.call} isPending={isPending} none={missing('noPhoneOfPeople')} />
    </>
  );
}
