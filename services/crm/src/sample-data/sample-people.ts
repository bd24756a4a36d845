import { sampleCompanies } from './content/companies.js';
import { companyTags, contactTags, lifecycles, namesByCountry, phoneRanges, sources, titles } from './content/people.js';
import type { Random } from './random.js';
import type { SampleDays } from './sample-days.js';

export interface CompanyRow {
  id: string;
  name: string;
  domain: string;
  industry: string;
  size: string;
  phone: string | null;
  address: { street: string; postalCode: string; city: string; country: string };
  tags: string[];
  createdAt: Date;
}

export interface ContactRow {
  id: string;
  firstName: string;
  lastName: string;
  title: string;
  emails: { email: string; label: string; primary: boolean }[];
  phones: { phone: string; label: string; primary: boolean }[];
  companyId: string;
  lifecycle: string;
  tags: string[];
  source: string;
  createdAt: Date;
}

export type NewId = (at: Date) => string;

const CONTACTS = 200;

export function makeCompanies(random: Random, days: SampleDays, newId: NewId): CompanyRow[] {
  const phones = new Set<string>();
  return sampleCompanies.map(({ name, industry, size, ...address }) => {
    const createdAt = days.ago(random.int(310, 480), random.int(8, 16));
    return {
      id: newId(createdAt), name, domain: `${plain(name)}.example`, industry, size, phone: phoneIn(address.country, phones, random), address,
      tags: random.chance(35) ? [random.pick(companyTags)] : [], createdAt,
    };
  });
}

/** Every company has two people at least; the rest spread over all of them. */
export function makeContacts(random: Random, days: SampleDays, newId: NewId, companies: readonly CompanyRow[]): ContactRow[] {
  const taken = new Set(companies.flatMap(({ phone }) => phone ?? []));
  return Array.from({ length: CONTACTS }, (_, index) => {
    const company = index < companies.length * 2 ? companies[index % companies.length]! : random.pick(companies);
    const { firstName, lastName } = unusedName(company.address.country, taken, random);
    const createdAt = days.ago(random.int(300, 309), random.int(8, 16));
    const phone = phoneIn(company.address.country, taken, random);
    return {
      id: newId(createdAt), firstName, lastName, title: random.pick(titles),
      emails: emailsOf(firstName, lastName, company.domain, random),
      phones: phone && random.chance(80) ? [{ phone, label: random.chance(60) ? 'mobile' : 'work', primary: true }] : [],
      companyId: company.id, lifecycle: random.pick(lifecycles), tags: random.chance(30) ? [random.pick(contactTags)] : [], source: random.pick(sources), createdAt,
    };
  });
}

function unusedName(country: string, taken: Set<string>, random: Random): { firstName: string; lastName: string } {
  const names = namesByCountry[country];
  if (!names) throw new Error(`There are no names for ${country}.`);
  for (;;) {
    const name = { firstName: random.pick(names.first), lastName: random.pick(names.last) };
    const key = `${name.firstName} ${name.lastName}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}

function emailsOf(firstName: string, lastName: string, domain: string, random: Random): ContactRow['emails'] {
  const work = { email: `${plain(firstName)}.${plain(lastName)}@${domain}`, label: 'work', primary: true };
  return random.chance(12) ? [work, { email: `${plain(firstName)}.${plain(lastName)}@home.example`, label: 'home', primary: false }] : [work];
}

/** A number that nobody else has; null where no numbers are set aside. */
function phoneIn(country: string, taken: Set<string>, random: Random): string | null {
  const range = phoneRanges[country];
  if (!range) return null;
  for (;;) {
    const phone = `${random.pick(range.prefixes)}${String(random.int(range.from, range.to)).padStart(3, '0')}`;
    if (taken.has(phone)) continue;
    taken.add(phone);
    return phone;
  }
}

/** A name as it stands in a domain: "Müller & Söhne Bau" -> "mueller-soehne-bau". */
function plain(name: string): string {
  const german: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
  return name.toLowerCase().replaceAll(/[äöüß]/g, (letter) => german[letter] ?? letter).normalize('NFD').replaceAll(/[^a-z0-9]+/g, (rest) => (/^\p{M}+$/u.test(rest) ? '' : '-'));
}
