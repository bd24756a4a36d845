import { DealsOfDay } from '@/features/deals/components/deals-of-day.js';
import { FirstSteps } from '@/features/onboarding/components/first-steps.js';
import { MyDayPage } from '@/features/tasks/pages/my-day-page.js';

export function MyDay() {
  return <MyDayPage whenEmpty={(otherwise) => <FirstSteps otherwise={otherwise} />} deals={(deals) => <DealsOfDay deals={deals} />} />;
}
