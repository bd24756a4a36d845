export const onboarding = {
  title: 'Welcome, {{name}}',
  text: 'Your workspace is ready. Two ways on:',
  currency: 'Sums are in {{currency}}.',
  addContact: 'Add a contact',
  addContactText: 'Somebody you talk to. Company and deals follow.',
  loadSample: 'Load sample data',
  loadSampleText: '60 companies, 200 contacts, 90 deals and tasks around today. Remove them whenever you like.',
  loading: 'Loading sample data…',
  loaded: 'Sample data loaded.',
  removed: 'Sample data removed.',
} as const;
