/** Columns of Currencies around a row of workspace_settings. */
export function currenciesColumns(alias: string): string {
  return `${alias}.default_currency as "defaultCurrency", ${alias}.rates, ${alias}.former_rates as "formerRates", ${alias}.version`;
}
