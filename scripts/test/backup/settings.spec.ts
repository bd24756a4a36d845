import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../src/backup/settings.js';

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
