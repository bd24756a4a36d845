import { describe, expect, it } from '@jest/globals';
import { licenceProblems } from '../../src/delivery/checks/licences.js';

const part = (expression?: string, name = 'part') => ({ name, version: '1.0.0', ...(expression === undefined ? {} : { licenses: [/^[\w.+-]+$/.test(expression) ? { license: { id: expression } } : { expression }] }) });

describe('a licence', () => {
  it.each(['MIT', 'Apache-2.0', 'MPL-2.0', 'LGPL-3.0-or-later', '(MIT OR GPL-3.0-only)', 'MIT AND BSD-3-Clause'])('%s can be used', (expression) => {
    expect(licenceProblems([part(expression)])).toEqual([]);
  });

  it.each(['GPL-2.0-only', 'GPL-3.0-or-later', 'AGPL-3.0-only', 'MIT AND AGPL-3.0-or-later', '(GPL-2.0-only OR AGPL-3.0-only)', 'GPL-2.0+', 'SEE LICENSE IN x'])('%s cannot', (expression) => {
    expect(licenceProblems([part(expression)])).toMatchObject([{ part: 'part@1.0.0' }]);
  });

  it('that nobody says cannot, but for packages that were looked up', () => {
    expect(licenceProblems([part(), { name: 'busboy', version: '1.6.0' }])).toEqual([{ part: 'part@1.0.0', why: 'says no licence' }]);
  });
});
