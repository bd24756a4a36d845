import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';

/** The rpcs that this service answers. */
export const services = [CompanyServiceService];
