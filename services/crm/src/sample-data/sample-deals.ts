import { currencyDigits } from '../money/currency.js';
import type { Stage } from '../pipelines/pipeline.js';
import { currencyOfCountry, dealTags, euros, nextSteps, offers } from './content/deals.js';
import type { Random } from './random.js';
import { daysAfter, type SampleDays } from './sample-days.js';
import type { CompanyRow, ContactRow, NewId } from './sample-people.js';

/** A stage that a deal has been in, and since when. */
export interface Stay {
  stageId: string;
  enteredAt: Date;
}

export interface DealRow {
  id: string;
  name: string;
  amount: string | null;
  currency: string | null;
  companyId: string;
  contactIds: string[];
  expectedClose: string | null;
  status: Stage['type'];
  lostReasonId: string | null;
  closedAt: Date | null;
  nextStep: string | null;
  tags: string[];
  createdAt: Date;
  /** From its first stage to the one it stands in. */
  path: Stay[];
}

export interface DealsInput {
  random: Random;
  days: SampleDays;
  newId: NewId;
  companies: readonly CompanyRow[];
  contacts: readonly ContactRow[];
  stages: readonly Stage[];
  lostReasonIds: readonly string[];
}

const [DEALS, WON, LOST] = [90, 22, 14];

/** Deals over all stages of a pipeline, most of them in its first ones; won and lost ones over the past eight months. */
export function makeDeals(input: DealsInput): DealRow[] {
  return targets(input.stages).map((target, index) => makeDeal(input, target, index));
}

/** The stage of each deal. */
function targets(stages: readonly Stage[]): Stage[] {
  const open = stages.filter(({ type }) => type === 'open');
  const closed = (type: Stage['type'], count: number): Stage[] => Array.from({ length: count }, () => stages.find((stage) => stage.type === type)!);
  const weights = open.map((_, index) => open.length - index + 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const left = DEALS - WON - LOST;
  const counts = weights.map((weight) => Math.floor((left * weight) / total));
  counts[0]! += left - counts.reduce((sum, count) => sum + count, 0);
  return [...open.flatMap((stage, index) => Array.from({ length: counts[index]! }, () => stage)), ...closed('won', WON), ...closed('lost', LOST)];
}

function makeDeal(input: DealsInput, target: Stage, index: number): DealRow {
  const { random, days, newId, companies, contacts, lostReasonIds } = input;
  const company = companies[(index * 7) % companies.length]!;
  const people = contacts.filter(({ companyId }) => companyId === company.id);
  const offer = random.pick(offers);
  const path = pathTo(input, target);
  const createdAt = path[0]!.enteredAt;
  const isOpen = target.type === 'open';
  const needs = (field: Stage['requiredFields'][number]): boolean => target.requiredFields.includes(field);
  const money = needs('amount') || !isOpen || random.chance(85) ? moneyFor(offer.euros, company, random) : { amount: null, currency: null };
  return {
    id: newId(createdAt), name: `${offer.name} – ${company.name}`, ...money, companyId: company.id,
    contactIds: people.slice(0, random.int(1, 2)).map(({ id }) => id),
    expectedClose: isOpen ? (needs('expectedClose') || random.chance(90) ? days.date(random.int(-6, 75)) : null) : path.at(-1)!.enteredAt.toISOString().slice(0, 10),
    status: target.type,
    lostReasonId: target.type === 'lost' ? random.pick(lostReasonIds) : null,
    closedAt: isOpen ? null : path.at(-1)!.enteredAt,
    nextStep: isOpen && (needs('nextStep') || random.chance(60)) ? random.pick(nextSteps) : null,
    tags: random.chance(30) ? [random.pick(dealTags)] : [],
    createdAt, path,
  };
}

/** Back from where the deal stands to where it began. A lost deal left from any open stage. */
function pathTo({ random, days, stages }: DealsInput, target: Stage): Stay[] {
  const open = stages.filter(({ type }) => type === 'open');
  const passed = target.type === 'won' ? open : target.type === 'lost' ? open.slice(0, random.int(1, open.length)) : open.slice(0, open.indexOf(target));
  const since = days.ago(target.type === 'open' ? random.int(1, 22) : random.int(3, 240), random.int(8, 16));
  const path: Stay[] = [{ stageId: target.id, enteredAt: since }];
  for (const stage of [...passed].reverse()) path.unshift({ stageId: stage.id, enteredAt: daysAfter(path[0]!.enteredAt, -random.int(2, 12)) });
  return path;
}

/** An amount as people name it, in the currency of the customer's country, in minor units as text. */
function moneyFor([from, to]: readonly [number, number], { address }: CompanyRow, random: Random): { amount: string; currency: string } {
  const currency = currencyOfCountry[address.country] ?? 'EUR';
  const inEuros = from + (to - from) * random.next() ** 2;
  const units = inEuros / Number(euros[currency]);
  const step = 10 ** Math.max(0, Math.floor(Math.log10(units)) - 1);
  return { amount: (BigInt(Math.round(units / step) * step) * 10n ** BigInt(currencyDigits(currency))).toString(), currency };
}
