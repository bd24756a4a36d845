import { CompanyPage } from '@/features/companies/pages/company-page.js';
import { panels } from './panels.js';

export function Company() {
  return <CompanyPage panels={panels} />;
}
