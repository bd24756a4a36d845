import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setFormats, type Formats } from '@/lib/formats/formats.js';
import { aSession } from '@/testing/factories.js';
import { readDay } from './read-day.js';
import { readDue } from './read-due.js';
import { readTime } from './read-time.js';

const order = (dateOrder: Formats['dateOrder']): void => setFormats({ ...aSession().user, timeZone: 'UTC', dateOrder });

beforeAll(() => {
  // A Monday.
  jest.useFakeTimers({ now: new Date('2026-11-30T09:00:00Z'), doNotFake: ['setTimeout', 'nextTick', 'queueMicrotask', 'setImmediate'] });
  order('mdy');
});
afterAll(() => {
  jest.useRealTimers();
});

describe('a day that is typed', () => {
  it.each<[Formats['dateOrder'], string, string | null]>([
    ['mdy', '12/15/26', '2026-12-15'], ['mdy', '12/15/2026', '2026-12-15'], ['mdy', '1/2/27', '2027-01-02'], ['dmy', '1/2/27', '2027-02-01'], ['ymd', '27-02-01', '2027-02-01'],
    ['dmy', '15.12.26', '2026-12-15'], ['mdy', '15.12.2026', '2026-12-15'], ['mdy', '1.2.27', '2027-02-01'], ['dmy', '15. 12. 2026', '2026-12-15'], ['dmy', '15.12.', '2026-12-15'],
    ['dmy', '15 12 2026', '2026-12-15'], ['ymd', '12/15/2026', '2026-12-15'], ['ymd', '12-15', '2026-12-15'],
    // Only the other order makes a day of it.
    ['mdy', '15/12/2026', '2026-12-15'], ['dmy', '12/15/26', '2026-12-15'],
    ['mdy', '2026-12-15', '2026-12-15'], ['dmy', '2026/1/5', '2026-01-05'], ['mdy', '20261215', '2026-12-15'],
    // The closest year.
    ['mdy', '12/1', '2026-12-01'], ['mdy', '1/5', '2027-01-05'], ['mdy', '10/1', '2026-10-01'], ['mdy', '2/29', null], ['dmy', '29.2.28', '2028-02-29'],
    // This century's window.
    ['mdy', '1/1/75', '2075-01-01'], ['mdy', '1/1/76', '1976-01-01'], ['mdy', '1/1/00', '2000-01-01'],
    // No such day, no such year.
    ['mdy', '02/31/2027', null], ['dmy', '31.02.2027', null], ['mdy', '04/31/27', null], ['mdy', '13/13/2026', null], ['mdy', '0/1/2026', null], ['mdy', '12/15/2', null], ['mdy', '12/15/202', null],
    ['mdy', '12/15/0026', null], ['mdy', '12/15/1899', null], ['mdy', '12/15/2200', null], ['mdy', '2027-02-29', null], ['mdy', '12/15-26', null], ['mdy', '12//15', null],
    // Words.
    ['mdy', 'today', '2026-11-30'], ['mdy', 'Tomorrow', '2026-12-01'], ['mdy', 'MORGEN', '2026-12-01'], ['mdy', 'Übermorgen', '2026-12-02'], ['mdy', 'day after tomorrow', '2026-12-02'],
    ['mdy', 'yesterday', '2026-11-29'], ['mdy', 'next week', '2026-12-07'], ['mdy', 'nächste Woche', '2026-12-07'], ['mdy', 'in 3 days', '2026-12-03'], ['mdy', 'in zwei Wochen', '2026-12-14'],
    ['mdy', 'in a month', '2026-12-30'], ['mdy', 'in 3 Monaten', '2027-02-28'], ['mdy', 'in 1 year', '2027-11-30'],
    ['mdy', 'friday', '2026-12-04'], ['mdy', 'Fri', '2026-12-04'], ['mdy', 'monday', '2026-12-07'], ['mdy', 'next friday', '2026-12-11'], ['mdy', 'Sonntag', '2026-12-06'], ['mdy', 'Do.', '2026-12-03'],
    ['mdy', '15 Dec', '2026-12-15'], ['mdy', 'Dec 15th, 2026', '2026-12-15'], ['mdy', 'december 15', '2026-12-15'], ['dmy', '15. Dezember 2026', '2026-12-15'], ['dmy', '3. März', '2027-03-03'],
    ['dmy', 'Di., 15. Dez. 26', '2026-12-15'], ['mdy', 'Tuesday, December 15, 2026', '2026-12-15'], ['mdy', 'Monday, December 15, 2026', null], ['mdy', 'Tue 12/15/2026', '2026-12-15'],
    ['mdy', ' 12／15／２０２６ ', '2026-12-15'], ['mdy', '\u200e12/15/2026', '2026-12-15'],
    ['mdy', '', null], ['mdy', 'abc', null], ['mdy', 'constructor', null], ['mdy', 'in constructor days', null], ['mdy', '12', null], ['mdy', '31 Feb', null], ['mdy', 'may', null], ['mdy', '1.2.3', null], ['mdy', '-1', null],
  ])('by %s: %j is %j', (dateOrder, typed, day) => {
    order(dateOrder);
    expect(readDay(typed)).toBe(day);
  });
});

describe('a time that is typed', () => {
  it.each([
    ['3pm', '15:00', true], ['3 PM', '15:00', true], ['12am', '00:00', true], ['12 p.m.', '12:00', true], ['3:15pm', '15:15', true], ['15:45', '15:45', true], ['15.45', '15:45', false], ['15.45 Uhr', '15:45', true],
    ['9 Uhr', '09:00', true], ['9', '09:00', false], ['930', '09:30', false], ['1530', '15:30', false], ['15h30', '15:30', false], ['3p', '15:00', false], ['noon', '12:00', true], ['Mitternacht', '00:00', true], ['4:00\u202fPM', '16:00', true],
  ])('%j is %j', (typed, time, isSure) => expect(readTime(typed)).toEqual({ time, isSure }));

  it.each(['', '25:00', '24:00', '15:60', '13pm', '0am', '3:1', 'soon', '12345', 'constructor', '-3'])('%j is none', (typed) => expect(readTime(typed)).toBeNull());
});

describe('when, in the line of a quick task', () => {
  it.each<[string, string, string, string | null]>([
    ['tomorrow 3pm', 'tomorrow 3pm', '2026-12-01', '15:00'],
    ['Call Ada tomorrow 3pm', 'Call Ada', '2026-12-01', '15:00'], ['tomorrow at 3:30 pm call Ada', 'call Ada', '2026-12-01', '15:30'], ['Check 10am tomorrow', 'Check', '2026-12-01', '10:00'],
    ['Ada morgen 15 Uhr', 'Ada', '2026-12-01', '15:00'], ['Morgen um 15:30 Uhr: Ada anrufen', 'Ada anrufen', '2026-12-01', '15:30'], ['Angebot bis Freitag', 'Angebot', '2026-12-04', null],
    ['Call Friday', 'Call', '2026-12-04', null], ['Demo next friday 10:30', 'Demo', '2026-12-11', '10:30'], ['In 2 weeks follow up', 'follow up', '2026-12-14', null], ['in zwei Wochen nachfassen', 'nachfassen', '2026-12-14', null],
    ['Pay by 12/15', 'Pay', '2026-12-15', null], ['Renew 12/15/26', 'Renew', '2026-12-15', null], ['Zahlen am 15.12.', 'Zahlen', '2026-12-15', null], ['15 Dec pay the rent', 'pay the rent', '2026-12-15', null],
    ['Do 14 Uhr Zahnarzt', 'Zahnarzt', '2026-12-03', '14:00'], ['Lunch 12:30', 'Lunch', '2026-11-30', '12:30'], ['Stand-up at 8am', 'Stand-up', '2026-12-01', '08:00'], ['Anrufen um 10', 'Anrufen', '2026-11-30', '10:00'],
    ['Send the offer today', 'Send the offer', '2026-11-30', null], ['Übermorgen liefern', 'liefern', '2026-12-02', null], ['Call on Sat', 'Call', '2026-12-05', null],
  ])('%j is %j, due %s %s', (typed, subject, dueDate, dueTime) => {
    order('mdy');
    expect(readDue(typed)).toEqual({ subject, dueDate, dueTime });
  });

  it.each([
    'Call Ada', 'Call May about the offer', 'Meet Sun', 'Sat nav fix', 'Report every Friday', 'Rundmail Guten Morgen', 'Angebot an Herrn Montag', 'Read chapters 3/4', 'Order 5', 'Pay 3.50', 'Version 1.2.3', 'Room 12-14',
    'Call at 5', 'Talk about tomorrow with Ada', 'Buy 930', 'March report', 'So nicht', '02/31/2027 pay', '',
  ])('is not read from %j', (typed) => expect(readDue(typed)).toBeNull());
});
