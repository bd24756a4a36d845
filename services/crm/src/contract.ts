import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';

/** The rpcs that this service answers. */
export const services = [CompanyServiceService, ContactServiceService];
