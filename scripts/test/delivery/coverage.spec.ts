import { describe, expect, it } from '@jest/globals';
import { addReport, reportOf, shareOf, type Lines } from '../../src/delivery/ratchet/lines.js';
import { verdictsOf } from '../../src/delivery/ratchet/verdict.js';

const report = (file: string, ...hits: number[]): string => [`SF:${file}`, ...hits.map((count, index) => `DA:${index + 1},${count}`), 'end_of_record'].join('\n');

describe('the lines that tests run', () => {
  it('are those that any run reached', () => {
    const lines: Lines = new Map();
    addReport(lines, report('services/crm/src/a.ts', 1, 0, 0, 0));
    addReport(lines, report('services/crm/src/a.ts', 0, 3, 0, 0));
    addReport(lines, report('services/crm/src/b.ts', 0, 0));
    addReport(lines, report('services/crm-other/src/c.ts', 1));
    expect(shareOf(lines, 'services/crm/src')).toBe(33.3);
    expect(shareOf(lines, 'services/none')).toBe(0);
    const again: Lines = new Map();
    addReport(again, reportOf(lines));
    expect(again).toEqual(lines);
  });
});

describe('a package', () => {
  const problem = (share: number, before?: number) => verdictsOf({ crm: share }, before === undefined ? {} : { crm: before })[0]!.problem;

  it.each([[60, undefined], [72.5, 72.5], [90, 72]])('with %f %% of its lines may pass, when it had %p', (share, before) => {
    expect(problem(share, before)).toBeNull();
  });

  it.each([[59.9, undefined, 'below 60 %'], [59.9, 50, 'below 60 %'], [84.9, 85, 'was 85 %']])('with %f %% does not pass, when it had %p', (share, before, says) => {
    expect(problem(share, before)).toBe(says);
  });
});
