/** An answer of the server that comes when the test says so. */
export function held(): { promise: Promise<{ body: unknown }>; give: (answer: { body: unknown }) => void } {
  let give: (answer: { body: unknown }) => void = () => undefined;
  const promise = new Promise<{ body: unknown }>((resolve) => {
    give = resolve;
  });
  return { promise, give: (answer) => give(answer) };
}
