import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AddActs } from '@/components/record/add-acts.js';
import { peopleWays } from '@/components/record/people-ways.js';
import { ReachAct, type NoWay } from '@/components/record/reach-act.js';
import { useGoToPart } from '@/components/record/use-go-to-part.js';
import { openQuickAdd, prefillFrom } from '@/lib/quick-add/quick-add.js';
import { contactsOfCompanyQuery } from '@/lib/records/contact-queries.js';
import type { Company } from '../company.js';

/** A company is reached by its own number and through its people. */
export function CompanyActs({ company: { id, name, phone }, mayWrite }: { company: Company; mayWrite: boolean }) {
  const { t } = useTranslation(['records', 'companies']);
  const goTo = useGoToPart();
  const { data, isPending } = useQuery(contactsOfCompanyQuery(id));
  const record = { kind: 'company' as const, id, title: name };
  const ways = peopleWays(data?.items ?? []);
  const addContact = { id: 'contact', label: t('companies:addContact'), run: () => openQuickAdd({ kind: 'contact', prefill: prefillFrom(record) }) };
  const addPhone = { id: 'phone', label: t('addPhone'), run: () => goTo.field('phone') };
  const missing = (text: string, ...offers: NoWay['offers']): NoWay => ({ text, offers: mayWrite ? offers : [] });
  return (
    <>
      <ReachAct kind="email" ways={ways.email} isPending={isPending} none={missing(t('acts.noEmailOfPeople', { name }), addContact)} />
      <ReachAct kind="call" ways={[...(phone ? [{ id, name, value: phone }] : []), ...ways.call]} isPending={isPending} none={missing(t('acts.noPhone', { name }), addPhone, addContact)} />
      {mayWrite && <AddActs record={record} />}
    </>
  );
}
