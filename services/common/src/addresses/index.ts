export { readDomain, type Spellings } from './domain.js';
export { EMAIL_MAX, readEmail, shownEmail } from './email.js';
