import { Database } from '@crm-vision/common/database';
import { type DynamicModule, Module } from '@nestjs/common';
import { CompaniesModule } from './companies/companies.module.js';
import { ContactsModule } from './contacts/contacts.module.js';
import { DealsModule } from './deals/deals.module.js';
import { MEMBER_DIRECTORY } from './members/members.service.js';
import { NotesModule } from './notes/notes.module.js';
import type { CrmParts } from './parts.js';
import { PipelinesModule } from './pipelines/pipelines.module.js';
import { QUOTAS } from './quotas/quota.js';
import { UsageModule } from './quotas/usage.module.js';
import { RecordsModule } from './records/records.module.js';
import { SampleDataModule } from './sample-data/sample-data.module.js';
import { SearchModule } from './search/search.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { TasksModule } from './tasks/tasks.module.js';
import { TimelineModule } from './timeline/timeline.module.js';

@Module({
  imports: [
    CompaniesModule, ContactsModule, DealsModule, NotesModule, PipelinesModule, RecordsModule, SampleDataModule, SearchModule,
    SettingsModule, TasksModule, TimelineModule, UsageModule,
  ],
})
export class AppModule {
  /** The features, with the parts they share. */
  static with({ database, members, quotas }: CrmParts): DynamicModule {
    const providers = [{ provide: Database, useValue: database }, { provide: MEMBER_DIRECTORY, useValue: members }, { provide: QUOTAS, useValue: quotas }];
    return { module: AppModule, global: true, providers, exports: providers };
  }
}
