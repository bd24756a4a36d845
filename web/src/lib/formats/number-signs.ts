import { formats, type Formats } from './formats.js';

export interface NumberSigns {
  decimal: string;
  group: string;
}

const THIN_SPACE = '\u202f';
const signs: Record<Formats['numberFormat'], NumberSigns> = {
  commaPoint: { group: ',', decimal: '.' },
  pointComma: { group: '.', decimal: ',' },
  spaceComma: { group: THIN_SPACE, decimal: ',' },
  apostrophePoint: { group: '’', decimal: '.' },
  indian: { group: ',', decimal: '.' },
};

/** How the person writes numbers: the sign before the digits that are less than one, and the one between groups. */
export function numberSigns(): NumberSigns {
  return signs[formats().numberFormat];
}

/** A number as the language writes it, with the signs of the person: the place of a currency and words such as "Mio." stay the language's. */
export function withOwnSigns(parts: readonly Intl.NumberFormatPart[]): string {
  const { group, decimal } = numberSigns();
  const isGrouped = parts.some(({ type }) => type === 'group');
  const whole = parts.filter(({ type }) => type === 'integer').map(({ value }) => value).join('');
  const first = parts.findIndex(({ type }) => type === 'integer');
  return parts.map(({ type, value }, index) => {
    if (type === 'group') return '';
    if (type === 'decimal') return decimal;
    if (type !== 'integer') return value;
    return index === first ? grouped(whole, isGrouped ? group : '') : '';
  }).join('');
}

/** Groups of three; in India those before the last one have two digits. */
function grouped(whole: string, group: string): string {
  return whole.replace(formats().numberFormat === 'indian' ? /\d(?=(\d\d)+\d$)/g : /\d(?=(\d{3})+$)/g, `$&${group}`);
}
