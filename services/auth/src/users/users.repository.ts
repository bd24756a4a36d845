import { Database, violatedConstraint } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { SignUpRefusedError } from './user.errors.js';
import type { User } from './user.js';
import { userColumns } from './user-columns.js';

interface UserRow extends User {
  password_hash: string;
}

export interface UserWithPassword {
  user: User;
  passwordHash: string;
}

const COLUMNS = `${userColumns}, password_hash`;
const FIND_BY_EMAIL = { name: 'user_by_email', text: `select ${COLUMNS} from users where email = $1` };
const FIND_BY_ID = { name: 'user_by_id', text: `select ${COLUMNS} from users where id = $1` };
const CREATE = { name: 'user_create', text: 'insert into users (id, email, name, locale, theme, shortcuts, time_zone, password_hash) values ($1, $2, $3, $4, $5, $6, $7, $8)' };
const SAVE = {
  name: 'user_save',
  text: `update users set name = $3, locale = $4, theme = $5, shortcuts = $6, time_zone = $7, date_order = $8, clock = $9, number_format = $10, week_start = $11,
    version = version + 1, updated_at = now() where id = $1 and version = $2 returning ${userColumns}`,
};
const SET_PASSWORD = { name: 'user_set_password', text: 'update users set password_hash = $2, updated_at = now() where id = $1' };

function toUser({ password_hash: passwordHash, ...user }: UserRow): UserWithPassword {
  return { user, passwordHash };
}

/** People span workspaces: this table has no wall and is read by auth alone. */
@Injectable()
export class UsersRepository {
  constructor(private readonly database: Database) {}

  async findByEmail(email: string): Promise<UserWithPassword | null> {
    const [row] = await this.database.readGlobal<UserRow>({ ...FIND_BY_EMAIL, values: [email] });
    return row ? toUser(row) : null;
  }

  async findById(id: string): Promise<UserWithPassword | null> {
    const [row] = await this.database.readGlobal<UserRow>({ ...FIND_BY_ID, values: [id] });
    return row ? toUser(row) : null;
  }

  async create({ id, email, name, locale, theme, shortcuts, timeZone }: User, passwordHash: string): Promise<void> {
    try {
      await this.database.readGlobal({ ...CREATE, values: [id, email, name, locale, theme, shortcuts, timeZone, passwordHash] });
    } catch (error) {
      throw violatedConstraint(error) === 'users_email_key' ? new SignUpRefusedError() : error;
    }
  }

  /** Null when somebody changed the person since this version. */
  async save({ id, version, name, locale, theme, shortcuts, timeZone, dateOrder, clock, numberFormat, weekStart }: User): Promise<User | null> {
    const [saved] = await this.database.readGlobal<User>({ ...SAVE, values: [id, version, name, locale, theme, shortcuts, timeZone, dateOrder, clock, numberFormat, weekStart] });
    return saved ?? null;
  }

  async setPassword(id: string, passwordHash: string): Promise<void> {
    await this.database.readGlobal({ ...SET_PASSWORD, values: [id, passwordHash] });
  }
}
