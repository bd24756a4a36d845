import { type DynamicModule, type Provider } from '@nestjs/common';
import { CompaniesController } from './companies/companies.controller.js';
import { ContactsController } from './contacts/contacts.controller.js';
import { DealsController } from './deals/deals.controller.js';
import { EventsController } from './events/events.controller.js';
import { HealthController } from './health/health.controller.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { MembersController } from './members/members.controller.js';
import { NotesController } from './notes/notes.controller.js';
import { PipelinesController } from './pipelines/pipelines.controller.js';
import { RecordsController } from './records/records.controller.js';
import { SampleDataController } from './sample-data/sample-data.controller.js';
import { SearchController } from './search/search.controller.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SignInController } from './sessions/sign-in.controller.js';
import { SettingsController } from './settings/settings.controller.js';
import { UsageController } from './usage/usage.controller.js';
import { TasksController } from './tasks/tasks.controller.js';

export class AppModule {
  /** The features, and what they stand on. */
  static with(providers: Provider[]): DynamicModule {
    return {
      module: AppModule,
      providers,
      controllers: [
        SignInController, SessionsController, MembersController, InvitationsController, CompaniesController, ContactsController, DealsController,
        PipelinesController, TasksController, NotesController, SearchController, RecordsController, SettingsController, UsageController, SampleDataController,
        EventsController, HealthController,
      ],
    };
  }
}
