import { describe, expect, it } from '@jest/globals';
import { tablesOf } from '../src/docs/database-page.js';

const datamodel = `
/// A person,
/// who signs in.
model User {
  id        String   @id @db.Uuid
  email     String   @unique(map: "users_email_key")
  tags      String[] @db.VarChar(40)
  seenAt    DateTime? @map("seen_at") @db.Timestamptz(3)
  search    Unsupported("tsvector")?
  deals     Int      @default(0)

  @@unique([seenAt, email(sort: Desc)])
  @@map("users")
}
`;

describe('the page of the database', () => {
  it('names tables and columns as the database does, with their keys', () => {
    expect(tablesOf(datamodel)).toEqual([
      {
        name: 'users',
        comment: 'A person, who signs in.',
        columns: [
          { name: 'id', type: 'uuid', optional: false },
          { name: 'email', type: 'text', optional: false },
          { name: 'tags', type: 'varchar(40)[]', optional: false },
          { name: 'seen_at', type: 'timestamptz(3)', optional: true },
          { name: 'search', type: 'tsvector', optional: true },
          { name: 'deals', type: 'integer', optional: false },
        ],
        keys: ['key (id)', 'unique (email)', 'unique (seen_at, email)'],
      },
    ]);
  });
});
