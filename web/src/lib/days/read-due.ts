import { addDays, clockNow, today } from '@/lib/format.js';
import { plainText } from './plain-text.js';
import { readDay } from './read-day.js';
import { readTime } from './read-time.js';
import { shortWeekdays } from './words.js';

export interface DueRead {
  /** What is to do, without the words that say when. */
  subject: string;
  dueDate: string;
  dueTime: string | null;
}

interface When {
  day?: string;
  time?: string;
}

const WORDS_MAX = 7;
const BEFORE_DAY = /^(?:on|by|due|until|till|am|bis|bis zum|zum|ab|spätestens) /;
const BEFORE_TIME = /^(?:at|@|um|gegen|ab|bis|by) /;
/** "every Friday", "Guten Morgen", "Herr Montag": not when. */
const OTHER_MEANING = /^(?:every|each|last|jeden?|letzten?|guten|herrn?|frau|mrs?|ms|dr)\.?$/;

/** "Call Ada tomorrow 3pm": reads when from the beginning or the end of a line. Only what can hardly be meant otherwise; the words in the middle are left alone. */
export function readDue(typed: string): DueRead | null {
  const words = typed.trim().split(/\s+/);
  for (let length = Math.min(words.length, WORDS_MAX); length > 0; length -= 1) {
    const [head, tail] = [words.slice(0, words.length - length), words.slice(words.length - length)];
    const atEnd = OTHER_MEANING.test(plainText(head.at(-1) ?? '')) ? null : readWhen(tail);
    if (atEnd) return due(typed, head, atEnd);
    const atStart = readWhen(words.slice(0, length));
    if (atStart) return due(typed, words.slice(length), atStart);
  }
  return null;
}

/** A line of nothing but when keeps its words: a task needs some. A time that is over today means tomorrow's. */
function due(typed: string, rest: readonly string[], { day, time }: When): DueRead {
  const subject = rest.join(' ').replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '');
  const dueDate = day ?? (time !== undefined && time <= clockNow() ? addDays(today(), 1) : today());
  return { subject: subject || typed.trim(), dueDate, dueTime: time ?? null };
}

function readWhen(words: readonly string[]): When | null {
  const texts = words.map((word) => plainText(word).replace(/[,;:]$/, ''));
  for (let place = texts.length; place >= 0; place -= 1) {
    const [first, second] = [texts.slice(0, place).join(' '), texts.slice(place).join(' ')];
    const when = second === '' ? dayAlone(first) : first === '' ? timeAlone(second) : both(first, second) ?? both(second, first);
    if (when) return when;
  }
  return null;
}

/** One makes the other sure: "Do 14 Uhr", "12/15 at 9". */
function both(dayText: string, timeText: string): When | null {
  const [day, time] = [readDay(dayText.replace(BEFORE_DAY, '')), readTime(timeText.replace(BEFORE_TIME, ''))];
  return day && time && (time.isSure || BEFORE_TIME.test(timeText)) ? { day, time: time.time } : null;
}

function dayAlone(text: string): When | null {
  const bare = text.replace(BEFORE_DAY, '');
  const day = readDay(bare);
  return day && (bare !== text || isSureDay(bare)) ? { day } : null;
}

/** Not "sat" and "do"; not "3/4" and "1-2", which may be pages. */
function isSureDay(text: string): boolean {
  if (/\p{L}/u.test(text)) return !shortWeekdays.has(text.replace(/\.$/, ''));
  return /\d{4}|^\d{1,2}\.\d{1,2}\.$|^\d{1,2}([./])\d{1,2}\1\d{2}$/.test(text);
}

function timeAlone(text: string): When | null {
  const bare = text.replace(BEFORE_TIME, '');
  const time = readTime(bare);
  return time && (time.isSure || /^um /.test(text)) ? { time: time.time } : null;
}
