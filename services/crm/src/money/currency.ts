import { InvalidCurrencyError } from './money.errors.js';

/**
 * Active currencies of ISO 4217 with their digits. A list of our own, since what Intl knows follows CLDR, which rounds several currencies to what
 * shops use, and keeps currencies that are gone.
 */
const byDigits: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP
    ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL
    MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD
    SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** In the order of their codes. */
export const knownCurrencies: readonly { currency: string; digits: number }[] = Object.entries(byDigits)
  .flatMap(([digits, codes]) => codes.split(/\s+/).map((currency) => ({ currency, digits: Number(digits) })))
  .sort((a, b) => (a.currency < b.currency ? -1 : 1));

const digitsOf: ReadonlyMap<string, number> = new Map(knownCurrencies.map(({ currency, digits }) => [currency, digits]));

export function isCurrency(code: string): boolean {
  return digitsOf.has(code);
}

/** How many digits stand behind the decimal point. `field` names the code in the error. */
export function currencyDigits(code: string, field = 'currency'): number {
  const digits = digitsOf.get(code);
  if (digits === undefined) throw new InvalidCurrencyError(field);
  return digits;
}

/** Numbers of digits that are not the usual two, each with its currencies. */
export const unusualDigits: readonly { digits: number; currencies: readonly string[] }[] = Object.entries(byDigits)
  .filter(([digits]) => digits !== '2')
  .map(([digits, codes]) => ({ digits: Number(digits), currencies: codes.split(/\s+/) }));
