import { describe, expect, it } from '@jest/globals';
import { addDays, dayIn, endOfDay, startOfDay } from './day.js';

describe('a day', () => {
  it.each([
    ['UTC', '2026-05-04T23:30:00Z', '2026-05-04', '2026-05-04T00:00:00.000Z', 24],
    ['Europe/Berlin', '2026-05-04T23:30:00Z', '2026-05-05', '2026-05-04T22:00:00.000Z', 24],
    ['America/Los_Angeles', '2026-05-04T03:00:00Z', '2026-05-03', '2026-05-03T07:00:00.000Z', 24],
    ['Asia/Kathmandu', '2026-05-04T18:20:00Z', '2026-05-05', '2026-05-04T18:15:00.000Z', 24],
    ['Pacific/Kiritimati', '2026-12-31T11:00:00Z', '2027-01-01', '2026-12-31T10:00:00.000Z', 24],
    ['Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    ['Europe/Berlin', '2026-10-25T12:00:00Z', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['Pacific/Chatham', '2026-11-30T10:14:00Z', '2026-11-30', '2026-11-29T10:15:00.000Z', 24],
    ['Pacific/Chatham', '2026-11-30T10:15:00Z', '2026-12-01', '2026-11-30T10:15:00.000Z', 24],
    // The clock goes from midnight to one.
    ['Africa/Cairo', '2026-04-24T09:00:00Z', '2026-04-24', '2026-04-23T22:00:00.000Z', 23],
    ['America/Havana', '2026-03-08T12:00:00Z', '2026-03-08', '2026-03-08T05:00:00.000Z', 23],
  ])('in %p at %s is %s', (zone, now, date, startsAt, hours) => {
    const day = dayIn(zone, new Date(now));
    expect([day.date, day.startsAt.toISOString(), (day.endsAt.getTime() - day.startsAt.getTime()) / 3_600_000]).toEqual([date, startsAt, hours]);
  });

  it('begins and ends where its zone says, and in UTC where no clock is known', () => {
    expect([startOfDay('America/New_York', '2026-11-01'), endOfDay('America/New_York', '2026-11-01')]).toEqual(['2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z']);
    expect([startOfDay('Europe/Berlin', '0001-01-01'), startOfDay('UTC', '1800-06-01'), endOfDay('Asia/Tokyo', '9999-12-30'), endOfDay('Asia/Tokyo', '9999-12-31')]).toEqual([
      '0001-01-01T00:00:00Z', '1800-06-01T00:00:00Z', '9999-12-31T00:00:00Z', 'infinity',
    ]);
  });

  it('in a zone that does not exist is refused', () => {
    for (const zone of ['Mars/Olympus', '+02:00', '']) expect(() => dayIn(zone, new Date())).toThrow(expect.objectContaining({ kind: 'invalid', fields: [expect.objectContaining({ field: 'timeZone' })] }));
  });

  it('is followed by the next, over the ends of months and years', () => {
    expect([addDays('2026-12-31', 1), addDays('2028-02-28', 1), addDays('2026-03-01', -1)]).toEqual(['2027-01-01', '2028-02-29', '2026-02-28']);
  });
});
