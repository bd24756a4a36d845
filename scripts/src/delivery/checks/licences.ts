import parse, { type Info } from 'spdx-expression-parse';
import type { Verb } from '../verb.js';
import { componentsOf, writeSbom, type Component } from '../release/sbom.js';

/** Whoever passes on what stands on these has to pass on their own source under the same terms. */
const forbidden = /^(GPL-[23]|AGPL-)/;

/** Packages whose manifest says nothing, with what their LICENSE file says; looked up by hand. */
const stated: Readonly<Record<string, string>> = {
  'busboy@1.6.0': 'MIT',
  'streamsearch@1.1.0': 'MIT',
};

export interface LicenceProblem {
  part: string;
  why: string;
}

export function licenceProblems(components: readonly Component[]): LicenceProblem[] {
  return components.flatMap((component) => {
    const part = `${component.group === undefined ? '' : `${component.group}/`}${component.name}@${component.version ?? ''}`;
    const named = component.licenses?.map((each) => ('expression' in each ? each.expression : (each.license.id ?? each.license.name ?? ''))) ?? [];
    const texts = named.length > 0 ? named : [stated[part] ?? ''];
    return texts.flatMap((text) => {
      const why = objection(text);
      return why === null ? [] : [{ part, why }];
    });
  });
}

function objection(text: string): string | null {
  if (text === '') return 'says no licence';
  try {
    return isAllowed(parse(text)) ? null : text;
  } catch {
    return `"${text}" is no licence of SPDX`;
  }
}

/** Of "A or B" one is chosen; of "A and B" both hold. */
function isAllowed(info: Info): boolean {
  if ('license' in info) return !forbidden.test(info.license);
  return info.conjunction === 'or' ? isAllowed(info.left) || isAllowed(info.right) : isAllowed(info.left) && isAllowed(info.right);
}

export const licences: Verb = {
  usage: '[SBOM ...]',
  does: 'no part of a release is under GPL-2.0, GPL-3.0 or AGPL, and each says its licence; more lists in CycloneDX, as of images, are read too',
  run: async (more) => {
    const components = [await writeSbom(), ...more].flatMap(componentsOf);
    const problems = licenceProblems(components);
    for (const { part, why } of problems) process.stdout.write(`${part}: ${why}\n`);
    process.stdout.write(`${components.length} parts, ${problems.length} with a licence that cannot be used\n`);
    return problems.length === 0 ? 0 : 1;
  },
};
