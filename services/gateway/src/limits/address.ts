import { isIPv6 } from 'node:net';

/** What one caller without a session is counted by: an IPv4 address, or the /64 network of an IPv6 one, whose holder can take any address in it. */
export function addressKey(ip: string | undefined): string {
  if (!ip) return 'unknown';
  const plain = ip.replace(/^::ffff:(?=\d+\.)/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail?.split(':').filter(Boolean) ?? [];
  const middle = tail === undefined ? [] : Array.from({ length: 8 - front.length - back.length }, () => '0');
  return [...front, ...middle, ...back].slice(0, 4).join(':');
}
