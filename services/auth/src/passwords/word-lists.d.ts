// The words of a language without its names and its encyclopaedia, most common first. The package has no types for the part.
declare module '@zxcvbn-ts/language-*' {
  const commonWords: readonly string[];
  export { commonWords as default };
}
