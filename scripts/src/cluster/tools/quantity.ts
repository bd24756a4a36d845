const units: Record<string, number> = { '': 1, n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 };

/** "250m", "512Mi", "2": a number of cores or of bytes. */
export function quantity(text: string): number {
  const [, digits, unit] = /^([0-9.]+)([a-zA-Z]*)$/.exec(text) ?? [];
  const factor = unit === undefined ? undefined : units[unit];
  if (digits === undefined || factor === undefined) throw new Error(`"${text}" is no quantity.`);
  return Number(digits) * factor;
}
