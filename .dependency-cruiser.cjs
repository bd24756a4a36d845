/** The directions of imports. Each rule has been seen to refuse something (scripts/test/guards). */
const feature = '^services/([^/]+)/src/([^/]+)/';
const sql = '(\\.repository|-repository|\\.sql)\\.ts$|^services/[^/]+/src/(lists|writes|database|worker|outbox|audit|search|health|idempotency|app\\.module|main|worker)(/|\\.ts|$)|^services/common/src/|\\.module\\.ts$|^services/[^/]+/src/generated/';
const tests = '(\\.(spec|int-spec|e2e-spec|test)\\.tsx?$)|/testing/|/test/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'Two files that need each other are one file, or three.', severity: 'error', from: { pathNot: 'src/(gen|generated)/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-lost-import', comment: 'An import that leads nowhere.', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '(src/(gen|generated)/|^@crm-vision/|\\?)' } },
    { name: 'database-in-repositories', comment: 'SQL and Prisma stay in repositories and in the folders made for them.', severity: 'error', from: { path: '^services/(auth|crm)/src/', pathNot: `${sql}|${tests}` }, to: { path: '(^|/)(node_modules/(pg|@prisma/[^/]+)(/|$))|^services/[^/]+/src/generated/', dependencyTypesNot: ['type-only'] } },
    { name: 'domain-is-bare', comment: 'Domain files know neither Nest nor the database nor the contract.', severity: 'error', from: { path: '^services/(auth|crm)/src/[^/]+/[a-z-]+\\.ts$|\\.errors\\.ts$', pathNot: `${sql}|${tests}|\\.(service|controller|module|mapper|repository|errors)\\.ts$|^services/[^/]+/src/(access|tokens|keys|events|writes|lists|worker|undo|records|testing|grpc|http|clients|bus|outbox|audit)/` }, to: { path: 'node_modules/@nestjs/(microservices|core|platform-express)/' } },
    { name: 'contract-at-the-edges', comment: 'The contract is known to controllers, mappers and clients alone.', severity: 'error', from: { path: '^services/(auth|crm)/src/', pathNot: `(controller|mapper|client|grpc)[^/]*\\.ts$|^services/[^/]+/src/(main|worker|app\\.module|lists|grpc|contract|testing)(/|\\.ts|$)|\\.module\\.ts$|${tests}` }, to: { path: '^proto/(dist|src)/|node_modules/@crm-vision/proto/' } },
    { name: 'gateway-has-no-database', comment: 'The gateway asks the services.', severity: 'error', from: { path: '^services/gateway/' }, to: { path: 'node_modules/(pg|@prisma/[^/]+)/' } },
    { name: 'services-are-apart', comment: 'A service reaches another one over gRPC.', severity: 'error', from: { path: '^services/(auth|crm|gateway)/src/' }, to: { path: '^services/(auth|crm|gateway)/src/', pathNot: '^services/$1/' } },
    { name: 'common-knows-no-service', comment: 'Common is what services stand on.', severity: 'error', from: { path: '^services/common/' }, to: { path: '^services/(auth|crm|gateway)/' } },
    { name: 'repository-stays-home', comment: "A feature talks to another feature's service, never to its repository.", severity: 'error', from: { path: feature }, to: { path: '^services/[^/]+/src/[^/]+/[^/]*repository\\.ts$', pathNot: '^services/$1/src/($2|lists|writes|access|audit)/' } },
    { name: 'web-layers-lib', comment: 'What all features share knows none of them.', severity: 'error', from: { path: '^web/src/(lib|components|config)/', pathNot: tests }, to: { path: '^web/src/(features|app)/' } },
    { name: 'web-layers-features', comment: 'Features know nothing of the app around them.', severity: 'error', from: { path: '^web/src/features/', pathNot: tests }, to: { path: '^web/src/app/' } },
    { name: 'web-features-apart', comment: 'What two features share moves to lib or components; pages of app compose features.', severity: 'error', from: { path: '^web/src/features/([^/]+)/', pathNot: tests }, to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' } },
    { name: 'tests-are-not-imported', comment: 'Product code does not stand on tests.', severity: 'error', from: { pathNot: tests }, to: { path: '\\.(spec|int-spec|e2e-spec|test)\\.tsx?$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules|(^|/)dist/|src/(gen|generated)/' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'web/tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'], extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json', '.css'] },
  },
};
