import { ContactPage } from '@/features/contacts/pages/contact-page.js';
import { panels } from './panels.js';

export function Contact() {
  return <ContactPage panels={panels} />;
}
