import fs from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readSettings, settingNames } from '../../src/backup/settings.js';
import { inRepository } from '../../src/repository.js';

const store = { BACKUP_S3_URL: 'https://s3.example.com/backups', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key' };

describe('the settings of backups', () => {
  it('keep thirty days, never fewer than seven, and the first of twelve months, when nothing is said', () => {
    expect(readSettings({ BACKUP_FOLDER: '/backups', BACKUP_S3_URL: '' })).toEqual({ folder: '/backups', retention: { days: 30, minimumCopies: 7, monthlyCopies: 12 }, recipients: [] });
  });

  it('take a store with its own keys, and several recipients', () => {
    expect(readSettings({ ...store, BACKUP_FOLDER: '/backups', BACKUP_AGE_RECIPIENTS: 'age1first age1second' })).toMatchObject({
      store: { url: 'https://s3.example.com/backups', region: 'auto', prefix: '', accessKeyId: 'id', secretAccessKey: 'key' }, recipients: ['age1first', 'age1second'],
    });
  });

  it('are all on the page, and what the chart sets is known here', () => {
    const [, table] = /^## Settings\n(.*?)^## /ms.exec(fs.readFileSync(inRepository('docs/operations/backup.md'), 'utf8'))!;
    const rows = table!.split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('|')[1]!);
    expect(rows.flatMap((names) => [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name!)).sort()).toEqual([...settingNames].sort());
    const chart = fs.readFileSync(inRepository('charts/crm-vision/templates/backup/_settings.tpl'), 'utf8');
    expect(settingNames.filter((name) => !chart.includes(name))).toEqual([]);
  });

  it.each([
    [{ ...store, S3_SECRET_ACCESS_KEY: '' }, 'BACKUP_S3_URL needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY'],
    [{ ...store, BACKUP_S3_URL: 's3://backups' }, 'BACKUP_S3_URL: '],
    [{ BACKUP_RETENTION_DAYS: '0' }, 'BACKUP_RETENTION_DAYS: '],
    [{ BACKUP_MINIMUM_COPIES: 'many' }, 'BACKUP_MINIMUM_COPIES: '],
    [{ BACKUP_AGE_RECIPIENTS: 'AGE-SECRET-KEY-1' }, 'BACKUP_AGE_RECIPIENTS: '],
  ])('are refused in a sentence: %j', (environment, says) => {
    expect(() => readSettings(environment)).toThrow(says);
  });
});
