/** The values of a statement that is put together, each with its type, so that PostgreSQL never has to guess. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Answers the placeholder, for example "$3::uuid". */
  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
