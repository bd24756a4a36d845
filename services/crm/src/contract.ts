import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { SearchServiceService } from '@crm-vision/proto/crm_vision/crm/search/v1/search';
import { TimelineServiceService } from '@crm-vision/proto/crm_vision/crm/timeline/v1/timeline';

/** The rpcs that this service answers. */
export const services = [CompanyServiceService, ContactServiceService, RecordServiceService, SearchServiceService, TimelineServiceService];
