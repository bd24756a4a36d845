import { plainText } from './plain-text.js';

export interface TimeRead {
  /** HH:MM. */
  time: string;
  /** Said as a time, not only as a number. */
  isSure: boolean;
}

const words = new Map(Object.entries({ noon: '12:00', midday: '12:00', mittags: '12:00', midnight: '00:00', mitternacht: '00:00', mitternachts: '00:00' }));
const TIME = /^(?<hour>\d{1,2})(?:(?<sign>[:.h])(?<minute>\d{2}))?h? ?(?<half>[ap](?:\.?m\.?)?|uhr)?$/;
/** "930", "1530". */
const DIGITS = /^(?<hour>\d{1,2})(?<minute>\d{2})(?<sign>)(?<half>)$/;

/** "3pm", "15:45", "15.45 Uhr", "9" -> "09:00". Null for what is no time. */
export function readTime(typed: string): TimeRead | null {
  const text = plainText(typed);
  const word = words.get(text);
  if (word) return { time: word, isSure: true };
  const { hour = '', minute = '00', sign = '', half = '' } = (DIGITS.exec(text) ?? TIME.exec(text))?.groups ?? {};
  const isTwelve = half !== '' && half !== 'uhr';
  if (hour === '' || Number(minute) > 59 || Number(hour) > (isTwelve ? 12 : 23) || (isTwelve && Number(hour) === 0)) return null;
  const hours = isTwelve ? (Number(hour) % 12) + (half.startsWith('p') ? 12 : 0) : Number(hour);
  return { time: `${String(hours).padStart(2, '0')}:${minute}`, isSure: isTwelve ? half.length > 1 : half === 'uhr' || sign === ':' };
}
