import { DealPage } from '@/features/deals/pages/deal-page.js';
import { panels } from './panels.js';

export function Deal() {
  return <DealPage panels={panels} />;
}
