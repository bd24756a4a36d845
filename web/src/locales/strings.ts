/** The shape of a translation: the same keys as in English, other words. */
export type Strings<T> = { readonly [K in keyof T]: T[K] extends string ? string : Strings<T[K]> };
