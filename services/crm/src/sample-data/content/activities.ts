/** {person}, {company} and {deal} stand for names. */
export const taskSubjects: readonly { subject: string; about: 'contact' | 'deal' | 'company' }[] = [
  { subject: 'Call {person}', about: 'contact' },
  { subject: 'Send the offer to {company}', about: 'deal' },
  { subject: 'Follow up on "{deal}"', about: 'deal' },
  { subject: 'Prepare the demo for {company}', about: 'deal' },
  { subject: 'Ask {person} for a reference', about: 'contact' },
  { subject: 'Send meeting notes to {person}', about: 'contact' },
  { subject: 'Check the contract of {company}', about: 'deal' },
  { subject: 'Plan the visit to {company}', about: 'company' },
  { subject: 'Answer questions of {person}', about: 'contact' },
  { subject: 'Update the price list for {company}', about: 'company' },
  { subject: 'Book a room for the workshop with {company}', about: 'company' },
  { subject: 'Confirm the start date of "{deal}"', about: 'deal' },
];

export const taskDescriptions: readonly string[] = [
  'Before noon is best.', 'The number of seats may have changed.', 'Bring the printed version.', 'Ask who else decides.', 'They want it in their language.', 'Mind the discount that was agreed.',
];

/** Bodies are clean already: HTML of the set that notes may hold. */
export const noteBodies: readonly string[] = [
  '<p>Good call. <strong>Budget is there for this year</strong>, the decision falls in the next board meeting.</p>',
  '<p>Met at the trade fair. Interested in:</p><ul><li>reporting</li><li>access for field staff</li><li>a pilot with ten people</li></ul>',
  '<p>Current contract with a competitor ends in six months. <em>Stay in touch.</em></p>',
  '<h3>Demo</h3><p>Five people took part. Questions about <u>data protection</u> and hosting; promised to send the documents.</p>',
  '<p>Wants a fixed price instead of hours. Could live with two instalments.</p>',
  '<p>Prefers to be called in the morning, never on Fridays.</p>',
  '<blockquote><p>We need this before the season starts.</p></blockquote><p>So the start date matters more than the discount.</p>',
  '<ol><li>Send references</li><li>Arrange a visit</li><li>Offer for two years</li></ol>',
  '<p>Purchasing asks for three offers. We are the second one; the third is not in yet.</p>',
  '<p>Very happy with support. <strong>Would talk to other customers as a reference.</strong></p>',
  '<p>New head of IT since this month, has to be won over first.</p>',
  '<p>Asked for a discount of 15 %. Agreed on 8 % for a term of two years.</p>',
];
