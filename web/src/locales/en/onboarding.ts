export const onboarding = {
  title: 'Welcome, {{name}}',
  text: 'Your workspace is ready. Two ways to start:',
  currency: 'Sums are in {{currency}}.',
  addContact: 'Add a contact',
  addContactText: 'Someone you talk to. Company and deals can follow.',
  loadSample: 'Load sample data',
  loadSampleText: '60 companies, 200 contacts, 90 deals and tasks around today. Remove them whenever you like.',
  loading: 'Loading sample data…',
  loaded: 'Sample data loaded.',
  removed: 'Sample data removed.',
} as const;
