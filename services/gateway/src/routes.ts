import * as companies from './companies/companies.routes.js';
import * as contacts from './contacts/contacts.routes.js';
import * as deals from './deals/deals.routes.js';
import * as events from './events/events.routes.js';
import * as health from './health/health.routes.js';
import type { Route } from './http/route.js';
import * as invitations from './invitations/invitations.routes.js';
import * as members from './members/members.routes.js';
import * as notes from './notes/notes.routes.js';
import * as pipelines from './pipelines/pipelines.routes.js';
import * as records from './records/records.routes.js';
import * as sampleData from './sample-data/sample-data.routes.js';
import * as search from './search/search.routes.js';
import * as sessions from './sessions/sessions.routes.js';
import * as settings from './settings/settings.routes.js';
import * as tasks from './tasks/tasks.routes.js';
import * as usage from './usage/usage.routes.js';

/** Every public route. The OpenAPI document, the isolation matrix and the contract tests walk this list. */
export const routes: readonly Route[] = [
  sessions, members, invitations, companies, contacts, deals, pipelines, tasks, notes, search, records, settings, usage, sampleData, events, health,
].flatMap((feature) => Object.values(feature) as Route[]);
