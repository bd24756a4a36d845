/** What the pages for signing in need beside the entry. */
const signIn = /src\/(config\/|lib\/(forms|i18n|session|api)\/|lib\/(class-names|format|fold|use-document-title|use-error-text)|components\/ui\/(button-class|control-class|spinner)|features\/auth\/(components|api\/enter))|node_modules\/(lucide-react\/dist\/esm\/(createLucideIcon|Icon|defaultAttributes|shared|context|icons\/eye)|react|react-dom|react-i18next|@tanstack\/(react-)?(router|query|store|history)[^/]*)\//;
const table = /src\/components\/data-table\/|@tanstack\/(react-)?(table|virtual)/;
const fields = /src\/components\/(filters\/|record\/(address-(row|fields)|company-(row|picker)|choice-row|text-(row|editor)|money-row|tags|stamps|conflict)|ui\/(typed-field|number-field|decimal-field|money-field|radio-group|checkbox|switch|chip|phone-text))|src\/lib\/typed\/|(Radio|Checkbox|Switch)[A-Za-z]*\.mjs|(radio|checkbox)\/utils\.mjs/;
const small = /node_modules\/lucide-react\/|src\/lib\/(use-(?!debounced)|filter\/|phone\/use-|records\/)|src\/app\/shell\/(layers|nav-items)|src\/app\/quick-add\/(forms|kind-here)|src\/features\/(tasks\/api\/my-day|(currencies|pipelines|contacts|companies|deals)\/api)/;

/**
 * Many small pieces that the same pages need travel together: fewer requests, and they compress better.
 * `start` is what every visit loads, `parts` what most pages share, `small` what is hardly worth a request, `fields` and `table` what records and
 * lists are made of. A group imports none that imports it (`chunkCycles`): `small` takes nothing from `parts`, which is why `account` stands apart.
 */
export const chunkGroups = [
  { name: 'start', tags: ['$initial' as const], priority: 4 },
  { name: 'start', test: signIn, priority: 3 },
  { name: 'table', test: table, priority: 2, includeDependenciesRecursively: false },
  { name: 'fields', test: fields, priority: 2, includeDependenciesRecursively: false },
  { name: 'deal', test: /src\/features\/deals\//, minShareCount: 2, priority: 2, includeDependenciesRecursively: false },
  { name: 'account', test: /src\/features\/(auth\/api\/sign-out|settings\/api\/user)/, priority: 2, includeDependenciesRecursively: false },
  { name: 'small', test: small, minShareCount: 2, priority: 2, includeDependenciesRecursively: false },
  { name: 'parts', minShareCount: 8, priority: 1 },
];
