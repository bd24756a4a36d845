import { CompanyRow } from '@/components/record/company-row.js';
import { DayRow } from '@/components/record/day-row.js';
import { MoneyRow } from '@/components/record/money-row.js';
import { OwnerRow } from '@/components/record/owner-row.js';
import { RecordFields } from '@/components/record/record-fields.js';
import { Stamps } from '@/components/record/stamps.js';
import { TagsRow } from '@/components/record/tags-row.js';
import { TextRow } from '@/components/record/text-row.js';
import { useSaveDeal } from '@/features/deals/api/save-deal.js';
import type { Deal } from '@/features/deals/deal.js';
import type { Moves } from '@/features/deals/hooks/use-moves.js';
import { ContactsRow } from './contacts-row.js';
import { PipelineRow } from './pipeline-row.js';
import { ProbabilityRow } from './probability-row.js';
import { WorthRow } from './worth-row.js';

/** The fields of a deal, each edited in its place. */
export function DealDetails({ deal, moves }: { deal: Deal; moves: Moves }) {
  const save = useSaveDeal();
  return (
    <RecordFields record={deal} save={save}>
      <TextRow field="name" value={deal.name} maxLength={200} />
      <MoneyRow field="amount" value={deal.amount} />
      <WorthRow deal={deal} />
      <DayRow field="expectedClose" value={deal.expectedClose} />
      <OwnerRow value={deal.ownerId} />
      <CompanyRow value={deal.company} />
      <ContactsRow contacts={deal.contacts} />
      <PipelineRow deal={deal} moves={moves} />
      <ProbabilityRow deal={deal} />
      <TextRow field="nextStep" value={deal.nextStep} maxLength={500} />
      <TagsRow value={deal.tags} />
      <Stamps {...deal} />
    </RecordFields>
  );
}
