/** How one kind of record is found and shown. Expressions see the row as `r`. */
export interface SearchKind {
  kind: 'company' | 'contact' | 'deal' | 'task';
  title: string;
  /** Folded name, for ranking. */
  name: string;
  /** Columns whose beginnings a btree index finds. */
  beginnings: readonly string[];
  subtitle: string;
  /** It names a company, which `co` stands for when the actor may read it. */
  ofCompany?: boolean;
  joins?: string;
  /** Which field held the match when it was not the name; `q` is the folded text. */
  elsewhere: string;
}

const PHONE = "case when t.phone is not null and crm.digits(%s) like t.phone then 'phone' else 'other' end";

export const searchKinds: readonly SearchKind[] = [
  {
    kind: 'company', title: 'r.name', name: 'r.name_sort', beginnings: ['r.name_sort'],
    subtitle: "coalesce(r.domain, r.industry, '')",
    elsewhere: `case when position(t.q in crm.fold(r.domain)) > 0 or position(t.q in r.domain_ascii) > 0 then 'domain' else ${PHONE.replace('%s', 'r.phone')} end`,
  },
  {
    kind: 'contact', title: 'r.name', name: 'r.name_sort', beginnings: ['r.name_sort', 'r.last_name_sort'],
    ofCompany: true,
    subtitle: "coalesce(nullif(concat_ws(' · ', r.title, co.name), ''), nullif(crm.contact_name(null, null, r.emails), r.name), '')",
    elsewhere: `case when position(t.q in crm.joined_name(r.first_name, r.last_name)) > 0 then 'name'
      when exists (select 1 from jsonb_array_elements(r.emails) e where position(t.q in crm.fold(e->>'email')) > 0 or position(t.q in e->>'ascii') > 0) then 'email'
      when t.phone is not null and exists (select 1 from jsonb_array_elements(r.phones) p where crm.digits(p->>'phone') like t.phone) then 'phone' else 'other' end`,
  },
  {
    kind: 'deal', title: 'r.name', name: 'r.name_sort', beginnings: ['r.name_sort'],
    ofCompany: true, joins: 'left join crm.stage st on st.id = r.stage_id',
    subtitle: "concat_ws(' · ', st.name, co.name)",
    elsewhere: "'other'",
  },
  {
    kind: 'task', title: 'r.subject', name: 'r.subject_sort', beginnings: [],
    subtitle: "concat_ws(' · ', r.due_date::text, nullif(r.status, 'open'))",
    elsewhere: "'other'",
  },
];
