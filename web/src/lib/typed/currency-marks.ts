import i18next from 'i18next';

/** What people write for currencies in their language: "€", "US$", "kr", "euros". Codes are read apart from these. */
const marksByLanguage = new Map<string, Map<string, CurrencyMark>>();

interface CurrencyMark {
  currencies: string[];
  /** The one that the language means when it says no more: "$" is the US dollar in German and in English. */
  usual?: string;
}

/** The currencies that a mark can stand for, and the usual one. */
export function currencyMark(mark: string, known: readonly string[]): CurrencyMark {
  const code = mark.toUpperCase();
  if (known.includes(code)) return { currencies: [code] };
  return marksOf(i18next.language || 'en', known).get(folded(mark)) ?? { currencies: [] };
}

function marksOf(language: string, known: readonly string[]): Map<string, CurrencyMark> {
  const made = marksByLanguage.get(language);
  if (made) return made;
  const marks = new Map<string, CurrencyMark>();
  for (const currency of known) {
    for (const text of wordsOf(language, currency)) {
      const mark = marks.get(text) ?? { currencies: [] };
      marks.set(text, { ...mark, currencies: [...mark.currencies, currency] });
    }
  }
  for (const currency of known) {
    const mark = marks.get(wordOf(language, currency, 'symbol', 1));
    if (mark) mark.usual = currency;
  }
  marksByLanguage.set(language, marks);
  return marks;
}

function wordsOf(language: string, currency: string): Set<string> {
  const narrow = wordOf(language, currency, 'narrowSymbol', 1);
  return new Set([
    wordOf(language, currency, 'symbol', 1),
    narrow,
    // "US$" and "CA$" are understood everywhere; a language writes them only for dollars that are not its own.
    ...(narrow === '$' ? [`${currency.slice(0, 2).toLowerCase()}$`] : []),
    wordOf(language, currency, 'name', 1),
    wordOf(language, currency, 'name', 2),
  ]);
}

type CurrencyDisplay = 'symbol' | 'narrowSymbol' | 'name';

function wordOf(language: string, currency: string, currencyDisplay: CurrencyDisplay, count: number): string {
  const options = { style: 'currency', currency, currencyDisplay, maximumFractionDigits: 0 } as const;
  const parts = new Intl.NumberFormat(language, options).formatToParts(count);
  return folded(parts.find((part) => part.type === 'currency')?.value ?? currency);
}

function folded(mark: string): string {
  return mark.toLowerCase().replace(/\.$/, '');
}
