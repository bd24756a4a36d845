import { useTranslation } from 'react-i18next';
import { AddActs } from '@/components/record/add-acts.js';
import { peopleWays } from '@/components/record/people-ways.js';
import { ReachAct, type NoWay } from '@/components/record/reach-act.js';
import { useGoToPart } from '@/components/record/use-go-to-part.js';
import { contactName } from '@/lib/records/contact-name.js';
import type { Contact } from '../contact.js';

/** Email, Call, a task, a note. */
export function ContactActs({ contact, mayWrite }: { contact: Contact; mayWrite: boolean }) {
  const { t } = useTranslation('records');
  const goTo = useGoToPart();
  const name = contactName(contact);
  const ways = peopleWays([contact]);
  const missing = (reason: 'noEmail' | 'noPhone', field: 'emails' | 'phones', add: 'addEmail' | 'addPhone'): NoWay => ({
    text: t(`acts.${reason}`, { name }),
    offers: mayWrite ? [{ id: field, label: t(add), run: () => goTo.field(field) }] : [],
  });
  return (
    <>
      <ReachAct kind="email" ways={ways.email} none={missing('noEmail', 'emails', 'addEmail')} />
      <ReachAct kind="call" ways={ways.call} none={missing('noPhone', 'phones', 'addPhone')} />
      {mayWrite && <AddActs record={{ kind: 'contact', id: contact.id, title: name }} />}
    </>
  );
}
