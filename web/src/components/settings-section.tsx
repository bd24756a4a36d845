import type { ReactNode } from 'react';

/** A titled part of a settings page. */
export function SettingsSection({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <section className="border-b border-subtle py-6 last:border-b-0">
      <div className="mb-3 flex items-center gap-3">
        <h2 className="flex-1 text-lg">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

/** The column of a settings page. */
export function SettingsBody({ children }: { children: ReactNode }) {
  return <div className="w-full max-w-2xl px-4 pb-12">{children}</div>;
}
