import { describe, expect, it } from '@jest/globals';
import { discreetError, discreetMessage } from './discreet.js';

const parse = (text: string): string => {
  try {
    return String(JSON.parse(text));
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the message of an error', () => {
  it.each([
    ['invalid input syntax for type uuid: "ada@example.com"', 'invalid input syntax for type uuid: "[redacted]"'],
    ['date/time field value out of range: "ada\n" at character 7', 'date/time field value out of range: "[redacted]" at character 7'],
    ['value "4111111111111111" is out of range for type integer', 'value "[redacted]" is out of range for type integer'],
    ['connect postgres://auth_app:hunter2@db failed', 'connect postgres://[redacted]@db failed'],
    [parse('{"password":hunter2}'), 'A text is not valid JSON'],
    [parse('hunter2'), 'A text is not valid JSON'],
  ])('holds no value: %s', (message, told) => expect(discreetMessage(message)).toBe(told));

  it.each(['duplicate key value violates unique constraint "users_email_key"', 'relation "crm.nothing" does not exist', parse('"hunter2')])('stays as it is: %s', (message) => {
    expect(discreetMessage(message)).toBe(message);
  });
});

describe('an error in a log line', () => {
  it('tells facts that were chosen, and those of its cause', () => {
    const refused = Object.assign(new Error('duplicate key value'), { code: '23505', constraint: 'users_email_key', detail: 'Key (email)=(ada@example.com) already exists.', parameters: ['ada@example.com'] });
    const told = discreetError(new Error('invalid input: "ada@example.com"', { cause: refused }));
    expect(told).toMatchObject({ type: 'Error', message: 'invalid input: "[redacted]"', stack: expect.stringContaining('discreet.spec'), cause: { code: '23505', constraint: 'users_email_key' } });
    expect(JSON.stringify(told)).not.toContain('ada@');
  });
});
