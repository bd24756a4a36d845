type Node = Record<string, unknown>;

interface Described {
  paths: Record<string, Record<string, { parameters?: unknown; requestBody?: unknown; responses?: unknown }>>;
  components: { schemas: Record<string, unknown>; responses?: unknown };
}

/** Requests are closed: a typing error never means "all". Answers may grow, and readers ignore what they do not know. What is both read and written has one shape, which is closed. */
export function openAnswers({ paths, components }: Described): void {
  const { schemas } = components;
  const written = new Set<string>();
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    collectNames([operation.parameters, operation.requestBody], schemas, written);
    open(operation.responses);
  }
  open(components.responses);
  for (const [name, schema] of Object.entries(schemas)) if (!written.has(name)) open(schema);
  closeNoReferences({ paths, components });
}

function collectNames(node: unknown, schemas: Record<string, unknown>, names: Set<string>): void {
  forEachNode(node, ({ $ref }) => {
    const name = typeof $ref === 'string' ? ($ref.split('/').at(-1) ?? '') : '';
    if (!(name in schemas) || names.has(name)) return;
    names.add(name);
    collectNames(schemas[name], schemas, names);
  });
}

/** Records keep the schema of their values. */
function open(node: unknown): void {
  forEachNode(node, (each) => {
    if (each.additionalProperties === false) delete each.additionalProperties;
  });
}

/** A described reference repeats that its target is closed, which would forbid every field: the target alone says it. */
function closeNoReferences(node: unknown): void {
  forEachNode(node, (each) => {
    if ('$ref' in each) delete each.additionalProperties;
  });
}

function forEachNode(node: unknown, visit: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) visit(node as Node);
  for (const inner of Object.values(node)) forEachNode(inner, visit);
}
