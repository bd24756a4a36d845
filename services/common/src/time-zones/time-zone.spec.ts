import { describe, expect, it } from '@jest/globals';
import { isTimeZone } from './time-zone.js';

describe('isTimeZone', () => {
  it.each(['UTC', 'Europe/Berlin', 'Pacific/Chatham', 'America/Argentina/Buenos_Aires', 'Etc/GMT+2', 'Asia/Kolkata', 'America/Port-au-Prince'])('knows %s', (name) => expect(isTimeZone(name)).toBe(true));

  it.each(['', '+02:00', '-0330', '+02', 'Z', 'UTC+2', 'Europe/Bonn', 'Mars/Olympus', ' UTC', 'Europe/Berlin\n', 'a'.repeat(65)])('refuses %j', (name) => expect(isTimeZone(name)).toBe(false));
});
