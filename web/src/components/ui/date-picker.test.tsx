import { afterEach, describe, expect, it } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { addDays, formatLongDay, formatShortDay, today } from '@/lib/format.js';
import { setFormats, type ChosenFormats } from '@/lib/formats/formats.js';
import { aSession } from '@/testing/factories.js';
import { DatePicker } from './date-picker.js';
import { TimeField } from './time-field.js';

const choose = (part: Partial<ChosenFormats> = {}): void => setFormats({ ...aSession().user, ...part });
afterEach(() => choose());

async function openDay(value: string | null = null) {
  const told: (string | null)[] = [];
  function Page() {
    const [day, setDay] = useState(value);
    return <DatePicker label="Due" value={day} onChange={(next) => { told.push(next); setDay(next); }} />;
  }
  render(<Page />);
  const field = await screen.findByRole('textbox', { name: 'Due' });
  return { told, field, user: userEvent.setup() };
}

describe('a field for a day', () => {
  it.each(['12/15/26', '12/15/2026', '15 Dec 2026', '2026-12-15', '15.12.26'])('reads %j, and says what it understood', async (typed) => {
    choose({ dateOrder: 'mdy' });
    const { told, field, user } = await openDay();
    await user.type(field, typed);
    expect(told.at(-1)).toBe('2026-12-15');
    expect(screen.getByText('= Tuesday, December 15, 2026')).toBeVisible();
    expect(field).toHaveValue(typed);
  });

  it.each(['02/31/2027', '12/15/2', '12/15/0026', '1/1/2200', 'some day'])('refuses %j and keeps the text', async (typed) => {
    choose({ dateOrder: 'mdy' });
    const { told, field, user } = await openDay();
    await user.click(field);
    await user.paste(typed);
    await user.tab();
    expect(await screen.findByText(/^This is no day. Write it like 12\/31\/\d{4}/)).toBeVisible();
    expect(field).toHaveValue(typed);
    expect(field).toBeInvalid();
    expect(told).toEqual([]);
  });

  it('keeps what it held before, not what stood there on the way', async () => {
    const { told, field, user } = await openDay('2026-12-15');
    await user.clear(field);
    await user.type(field, '02/31/2027');
    expect(told).toContain('2027-02-03');
    expect(told.at(-1)).toBe('2026-12-15');
    expect(field).toHaveValue('02/31/2027');
    await user.clear(field);
    expect(told.at(-1)).toBeNull();
  });

  it('shows its day in the order of the person, and says how to write one', async () => {
    choose({ dateOrder: 'dmy' });
    const { field, user } = await openDay('2026-12-15');
    expect(field).toHaveValue('15/12/2026');
    await user.clear(field);
    expect(field).toHaveAttribute('placeholder', 'dd/mm/yyyy');
  });

  it('goes a day on and back by the arrow keys, and is emptied by its button', async () => {
    const { told, field, user } = await openDay('2026-12-31');
    await user.click(field);
    await user.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}');
    expect(told).toEqual(['2027-01-01', '2026-12-31', '2026-12-30']);
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(told.at(-1)).toBeNull();
    expect(field).toHaveValue('');
  });

  it('reads words', async () => {
    const { told, field, user } = await openDay();
    await user.type(field, 'tomorrow');
    expect(told.at(-1)).toBe(addDays(today(), 1));
    expect(screen.getByText(`= ${formatLongDay(addDays(today(), 1))}`)).toBeVisible();
  });

  it.each(['mon', 'sun', 'sat'] as const)('has a calendar whose weeks begin on %s', async (weekStart) => {
    choose({ weekStart, dateOrder: 'dmy' });
    const { told, field, user } = await openDay('2026-12-15');
    await user.click(screen.getByRole('button', { name: /choose from the calendar/ }));
    const calendar = within(await screen.findByRole('dialog', { name: 'Due' }));
    const letters = calendar.getAllByText(/^[MTWFS]$/).map((cell) => cell.textContent).join('');
    expect(letters).toBe({ mon: 'MTWTFSS', sun: 'SMTWTFS', sat: 'SSMTWTF' }[weekStart]);
    await user.click(calendar.getByRole('button', { name: /December 24/ }));
    expect(told).toEqual(['2026-12-24']);
    expect(field).toHaveValue(formatShortDay('2026-12-24'));
  });
});

describe('a field for a time', () => {
  async function openTime(value: string | null = null) {
    const told: (string | null)[] = [];
    function Page() {
      const [time, setTime] = useState(value);
      return <TimeField label="Time" value={time} onChange={(next) => { told.push(next); setTime(next); }} />;
    }
    render(<Page />);
    return { told, field: await screen.findByRole('textbox', { name: 'Time' }), user: userEvent.setup() };
  }

  it.each([['h12', '3pm', '15:00'], ['h23', '1530', '15:30'], ['h23', '9', '09:00'], ['h12', '4:05 PM', '16:05']] as const)('reads by %s %j', async (clock, typed, time) => {
    choose({ clock });
    const { told, field, user } = await openTime();
    await user.type(field, typed);
    expect(told.at(-1)).toBe(time);
  });

  it('shows its time by the clock of the person, and keeps what it cannot read', async () => {
    choose({ clock: 'h12' });
    const { told, field, user } = await openTime('15:45');
    expect((field as HTMLInputElement).value.replace('\u202f', ' ')).toBe('3:45 PM');
    await user.clear(field);
    await user.type(field, '25:00');
    await user.tab();
    expect(await screen.findByText(/^This is no time/)).toBeVisible();
    expect(field).toHaveValue('25:00');
    expect(told.at(-1)).toBe('15:45');
  });
});
