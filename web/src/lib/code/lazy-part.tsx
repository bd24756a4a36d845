import { lazy, useState, type ComponentType, type ReactNode } from 'react';
import { loadCode } from './load-code.js';

type LazyPart<Props> = ((props: Props) => ReactNode) & {
  /** Brings the code early; that it does not come is not said before somebody needs it. */
  preload: () => Promise<void>;
};

/** A part whose code comes when it is first shown. Unlike React's own it waits for the network, and shows at once what was brought early. */
export function lazyPart<const Name extends string, Props extends object>(load: () => Promise<Record<Name, ComponentType<Props>>>, name: Name): LazyPart<Props> {
  let Part: ComponentType<Props> | undefined;
  const keep = (parts: Record<Name, ComponentType<Props>>) => ({ default: (Part = parts[name]) });
  const Coming = lazy(() => loadCode(load).then(keep)) as ComponentType<Props>;
  function Show(props: Props) {
    // Which of the two stays for as long as it is shown: to change it would begin the part anew.
    const [Shown] = useState(() => Part ?? Coming);
    return <Shown {...props} />;
  }
  const preload = async () => {
    if (navigator.onLine) await load().then(keep).catch(() => undefined);
  };
  return Object.assign(Show, { preload });
}
