import { z } from 'zod';
import { companyFields } from '../companies/companies.dto.js';
import { contactFields } from '../contacts/contacts.dto.js';
import { dealFields } from '../deals/deals.dto.js';
import { conditionOn, type ListFields, MAX_CONDITIONS, MAX_DEPTH } from '../http/filters.dto.js';
import { taskFields } from '../tasks/tasks.dto.js';

/** Every list that takes a filter. */
export const filteredLists: readonly ListFields[] = [companyFields, contactFields, dealFields, taskFields];

/** The filter of each list as a schema that names its fields: what the text of a filter parameter holds. */
export const filterComponents: Record<string, z.ZodType> = Object.fromEntries(filteredLists.map((fields) => [`${fields.name}Filter`, filterOf(fields)]));

function filterOf({ name, filters }: ListFields): z.ZodType {
  const described = Object.entries(filters).map(([field, type]) => `${field} (${type})`).join(', ');
  const field = z.enum(Object.keys(filters)).describe(`Each holds values of a type: ${described}`);
  const condition = conditionOn(field).meta({ id: `${name}Condition` });
  // Each form has a name: generators cannot follow a nameless object back to the union that it is part of.
  const filter: z.ZodType = z.union([
    z.strictObject({ get and() { return members; } }).meta({ id: `${name}AndFilter` }),
    z.strictObject({ get or() { return members; } }).meta({ id: `${name}OrFilter` }),
    condition,
  ]).meta({
    id: `${name}Filter`, description: `A tree of conditions, at most ${MAX_CONDITIONS} of them and ${MAX_DEPTH} levels deep. Text compares without case and accents.`,
  });
  const members = z.array(filter).min(1).max(MAX_CONDITIONS);
  return filter;
}
