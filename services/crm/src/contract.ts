import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { NoteServiceService } from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import { PipelineServiceService } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { SampleDataServiceService } from '@crm-vision/proto/crm_vision/crm/sample_data/v1/sample_data';
import { SearchServiceService } from '@crm-vision/proto/crm_vision/crm/search/v1/search';
import { SettingsServiceService } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { TaskServiceService } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { TimelineServiceService } from '@crm-vision/proto/crm_vision/crm/timeline/v1/timeline';
import { UsageServiceService } from '@crm-vision/proto/crm_vision/crm/usage/v1/usage';

/** The rpcs that this service answers. */
export const services = [
  CompanyServiceService, ContactServiceService, DealServiceService, NoteServiceService, PipelineServiceService, RecordServiceService, SampleDataServiceService,
  SearchServiceService, SettingsServiceService, TaskServiceService, TimelineServiceService, UsageServiceService,
];
