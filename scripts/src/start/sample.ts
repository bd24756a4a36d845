import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { keep } from '../product/secrets.js';
import { ApiClient } from '../product/api-client.js';

export interface SignIn {
  email: string;
  password: string;
}

/** A workspace with sample data and a person who can sign in; made once per data folder, through the public API alone. */
export async function openSampleWorkspace(url: string, folder: string): Promise<SignIn> {
  const file = path.join(folder, 'sample-sign-in.json');
  const signIn = read(file) ?? { email: 'sam@sample.example', password: crypto.randomBytes(9).toString('base64url') };
  const client = new ApiClient(url);
  if (!(await client.signIn(signIn))) {
    await client.signUp({ ...signIn, name: 'Sam Sample', workspaceName: 'Sample workspace' });
    keep(file, signIn);
  }
  const { loaded } = await client.call<{ loaded: boolean }>('GET', '/api/v1/sample-data');
  if (!loaded) await client.call('POST', '/api/v1/sample-data');
  return signIn;
}

function read(file: string): SignIn | null {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as SignIn) : null;
}
