export const controlClass =
  'w-full min-w-0 rounded-control border border-control/70 bg-surface px-2.5 field-text text-ink outline-none transition-colors ' +
  'hover:border-control focus:border-accent focus:ring-2 focus:ring-accent/25 ' +
  'data-[focus-within]:border-accent data-[focus-within]:ring-2 data-[focus-within]:ring-accent/25 ' +
  'data-[invalid]:border-danger data-[disabled]:opacity-60 aria-[invalid=true]:border-danger';
export const controlHeight = 'h-8 touch:h-11';
export const fieldClass = 'flex min-w-0 flex-col gap-1';
