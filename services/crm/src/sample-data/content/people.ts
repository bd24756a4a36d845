interface Names {
  first: readonly string[];
  last: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const german: Names = {
  first: words('Anna Lukas Marie Jonas Lea Felix Katharina Paul Sophie Maximilian Johanna Moritz Greta Till Frieda Henrik'),
  last: words('Weber Schäfer Hoffmann Koch Bauer Richter Klein Wolf Schröder Neumann Krüger Hartmann Lange Vogel Böhm Jäger'),
};
const english: Names = {
  first: words('Olivia Jack Amelia Harry Isla Oscar Priya Thomas Grace Callum Nadia Edward Freya Samuel Hannah Imran'),
  last: words('Ashworth Bennett Campbell Doyle Fletcher Hughes Iqbal Lawson MacLeod Patel Reid Sutton Turner Whitfield Okafor Barnes'),
};
const american: Names = {
  first: words('Emily Marcus Sofia Tyler Jasmine Ethan Rachel Diego Megan Andre Hannah Kevin Alicia Brandon Naomi Victor'),
  last: words('Alvarez Brooks Carter Delgado Foster Greene Hayes Jackson Kim Martinez Nguyen Parker Russell Simmons Torres Walsh'),
};
const french: Names = {
  first: words('Camille Antoine Chloé Julien Élodie Mathieu Inès Nicolas Léa Rémi Manon Étienne'),
  last: words('Bernard Dubois Fournier Girard Lefèvre Mercier Moreau Perrin Renaud Rousseau Chevalier Garnier'),
};
const swedish: Names = {
  first: words('Astrid Erik Linnéa Oskar Saga Gustav Ebba Nils Maja Axel Elin Björn'),
  last: words('Andersson Bergström Dahl Ekström Forsberg Holm Lindqvist Nyström Sandberg Söderlund Åberg Öberg'),
};
const japanese: Names = {
  first: words('Yuki Haruto Aoi Ren Sakura Kaito Hana Sota Mei Daiki'),
  last: words('Tanaka Suzuki Watanabe Ito Nakamura Kobayashi Yoshida Yamada Sasaki Matsumoto'),
};

export const namesByCountry: Readonly<Record<string, Names>> = { DE: german, CH: german, GB: english, AU: english, US: american, FR: french, SE: swedish, JP: japanese };

/** Titles, from those who sign to those who use. */
export const titles: readonly string[] = [
  'Managing Director', 'Chief Financial Officer', 'Chief Operating Officer', 'Head of Purchasing', 'Head of IT', 'Head of Operations', 'Head of Sales', 'Marketing Manager',
  'Project Manager', 'Purchasing Manager', 'Office Manager', 'Product Manager', 'Plant Manager', 'IT Administrator', 'Team Assistant', 'Controller',
];

export const lifecycles = ['subscriber', 'lead', 'lead', 'opportunity', 'opportunity', 'customer', 'customer', 'former'] as const;
export const sources = ['Website', 'Referral', 'Trade fair', 'Webinar', 'Cold call', 'Partner'] as const;
export const contactTags = ['newsletter', 'decision maker', 'champion', 'trade fair', 'technical'] as const;
export const companyTags = ['key account', 'partner', 'prospect', 'reference'] as const;

interface PhoneRange {
  prefixes: readonly string[];
  /** Three last digits. */
  from: number;
  to: number;
}

const city = (prefix: string): PhoneRange => ({ prefixes: [prefix], from: 0, to: 999 });

/** Numbers set aside for fiction, so that nobody's phone rings. */
export const phoneRanges: Readonly<Record<string, PhoneRange>> = {
  DE: city('+493023125'), GB: city('+442079460'), AU: city('+61255501'),
  US: { prefixes: ['+12125550', '+13035550', '+13125550', '+14045550', '+14155550', '+15045550', '+16125550', '+12065550'], from: 100, to: 199 },
};
