import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';

/** More devices than a person has: the ones used last are known. */
const MOST = 20;

const IS_KNOWN = { name: 'known_device_find', text: 'select 1 from known_device d join users u on u.id = d.user_id where d.token_hash = $1 and u.email = $2' };
const IS_ANYBODYS = { name: 'known_device_any', text: 'select 1 from known_device where token_hash = $1 limit 1' };
const REMEMBER = {
  name: 'known_device_remember',
  text: 'insert into known_device (user_id, token_hash) values ($1, $2) on conflict (user_id, token_hash) do update set used_at = now()',
};
const KEEP_NEWEST = {
  name: 'known_device_keep_newest',
  text: `delete from known_device where user_id = $1 and token_hash in (
    select token_hash from known_device where user_id = $1 order by used_at desc, token_hash offset ${MOST})`,
};
const FORGET = { name: 'known_device_forget', text: 'delete from known_device where user_id = $1 and token_hash = $2' };
const FORGET_OTHERS = {
  name: 'known_device_forget_others',
  text: 'delete from known_device where user_id = $1 and token_hash is distinct from (select device_hash from session where id = $2)',
};

@Injectable()
export class KnownDevicesRepository {
  constructor(private readonly database: Database) {}

  async isKnown(tokenHash: Buffer, email: string): Promise<boolean> {
    return (await this.database.readGlobal({ ...IS_KNOWN, values: [tokenHash, email] })).length > 0;
  }

  async isAnybodys(tokenHash: Buffer): Promise<boolean> {
    return (await this.database.readGlobal({ ...IS_ANYBODYS, values: [tokenHash] })).length > 0;
  }

  async remember(userId: string, tokenHash: Buffer): Promise<void> {
    await this.database.readGlobal({ ...REMEMBER, values: [userId, tokenHash] });
    await this.database.readGlobal({ ...KEEP_NEWEST, values: [userId] });
  }

  async forget(userId: string, tokenHash: Buffer): Promise<void> {
    await this.database.readGlobal({ ...FORGET, values: [userId, tokenHash] });
  }

  /** All but the device of this session. */
  async forgetOthers(userId: string, sessionId: string): Promise<void> {
    await this.database.readGlobal({ ...FORGET_OTHERS, values: [userId, sessionId] });
  }
}
