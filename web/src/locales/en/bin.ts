export const bin = {
  title: 'Bin',
  kind: 'Kind of record',
  allKinds: 'Everything',
  kinds: { contact: 'Contacts', company: 'Companies', deal: 'Deals', task: 'Tasks', note: 'Notes', pipeline: 'Pipelines' },
  deletedBy: 'deleted by {{who}}, {{when}}',
  restoreNamed: 'Restore {{name}}',
  empty: 'The bin is empty',
  emptyKind: 'Nothing of this kind is in the bin',
  emptyText: 'What you delete waits here, and can be restored as it was.',
} as const;
