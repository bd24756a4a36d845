/** What the pages for signing in need beside the entry. */
const signIn = /src\/(config\/|lib\/(forms|i18n|session|api)\/|lib\/(class-names|format|fold|use-document-title|use-error-text)|components\/ui\/(button-class|control-class|spinner)|features\/auth\/(components|api\/enter))|node_modules\/(lucide-react\/dist\/esm\/(createLucideIcon|Icon|defaultAttributes|shared|context|icons\/eye)|react|react-dom|react-i18next|@tanstack\/(react-)?(router|query|store|history)[^/]*)\//;
const lists = /src\/components\/(data-table|filters)\/|@tanstack\/(react-)?(table|virtual)|src\/components\/(record\/(address-row|choice-row|text-row|conflict)|ui\/(number-field|radio-group|checkbox|switch|chip))|src\/lib\/records\/|(NumberField|Radio|SpinButton|Checkbox|Switch)[A-Za-z]*\.mjs/;
const small = /node_modules\/lucide-react\/|src\/lib\/(use-|filter\/)|src\/app\/shell\/(layers|nav-items)|src\/features\/(auth\/api\/sign-out|settings\/api\/user|tasks\/api\/my-day)/;

/**
 * Many small pieces that the same pages need travel together: fewer requests, and they compress better.
 * `start` is what every visit loads, `list` what every list needs, `small` what is hardly worth a request, `parts` what most pages share.
 */
export const chunkGroups = [
  { name: 'start', tags: ['$initial' as const], priority: 4 },
  { name: 'start', test: signIn, priority: 3 },
  { name: 'list', test: lists, priority: 2, includeDependenciesRecursively: false },
  { name: 'small', test: small, minShareCount: 2, priority: 2, includeDependenciesRecursively: false },
  { name: 'parts', minShareCount: 8, priority: 1 },
];
