import { addDays } from '../days/day.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Days around the day on which sample data is loaded, so that they look fresh and come out the same on one day. */
export class SampleDays {
  private readonly today: number;

  /** `todayDate` is today where the person is, as YYYY-MM-DD. */
  constructor(now: Date, private readonly todayDate: string) {
    this.today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  }

  /** An instant so many days before the beginning of today, at an hour of that day. Hours keep it in the past. */
  ago(days: number, hour = 9): Date {
    return new Date(this.today - days * DAY_MS + hour * HOUR_MS);
  }

  /** YYYY-MM-DD, so many days from today; before today when negative. */
  date(days: number): string {
    return addDays(this.todayDate, days);
  }
}

export function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * DAY_MS);
}
