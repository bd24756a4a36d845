import type { ContactInput, EmailList, PhoneList } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';

export function contactInput(fields: Partial<ContactInput>): ContactInput {
  return { emails: undefined, phones: undefined, address: undefined, tags: undefined, clear: [], ...fields };
}

/** The first is the primary one. */
export const emails = (...texts: string[]): EmailList => ({ values: texts.map((email, index) => ({ email, label: 'work', primary: index === 0 })) });
export const phones = (...texts: string[]): PhoneList => ({ values: texts.map((phone, index) => ({ phone, label: 'work', primary: index === 0 })) });
