/** What is sold, with the usual price in euros and what comes next. */
export const offers: readonly { name: string; euros: readonly [number, number] }[] = [
  { name: 'Annual licence', euros: [4_000, 36_000] },
  { name: 'Licence renewal', euros: [6_000, 48_000] },
  { name: 'Pilot project', euros: [3_000, 15_000] },
  { name: 'Roll-out phase 1', euros: [20_000, 90_000] },
  { name: 'Roll-out phase 2', euros: [30_000, 140_000] },
  { name: 'Support contract', euros: [2_500, 24_000] },
  { name: 'Training for the team', euros: [1_500, 9_000] },
  { name: 'Migration from the old system', euros: [8_000, 60_000] },
  { name: 'Warehouse integration', euros: [15_000, 85_000] },
  { name: 'Customer portal', euros: [18_000, 110_000] },
  { name: 'Reporting package', euros: [5_000, 28_000] },
  { name: 'Framework agreement', euros: [60_000, 400_000] },
  { name: 'More seats', euros: [2_000, 18_000] },
  { name: 'Security review', euros: [6_500, 22_000] },
];

export const nextSteps: readonly string[] = [
  'Send the offer', 'Call after the board meeting', 'Get the approval of purchasing', 'Show it to the whole team', 'Answer the questions about data protection',
  'Agree on the date of the start', 'Send references from the same industry', 'Visit on site', 'Check the contract with legal', 'Follow up on the trial',
];

export const dealTags: readonly string[] = ['renewal', 'new business', 'strategic', 'tender', 'upsell'];

/** What one unit is worth in euros: for amounts that look right, and rates to begin with. */
export const euros: Readonly<Record<string, string>> = { EUR: '1', USD: '0.92', GBP: '1.17', CHF: '1.04', SEK: '0.088', JPY: '0.0061', AUD: '0.6' };
export const currencyOfCountry: Readonly<Record<string, string>> = { DE: 'EUR', FR: 'EUR', GB: 'GBP', US: 'USD', SE: 'SEK', CH: 'CHF', JP: 'JPY', AU: 'AUD' };
