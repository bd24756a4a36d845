import type { Address as AddressMessage } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import type { Address } from './fields.js';

export function toAddressMessage(address: Address | null): AddressMessage | undefined {
  if (!address) return undefined;
  const { street = '', city = '', region = '', postalCode = '', country = '' } = address;
  return { street, city, region, postalCode, country };
}
