import { isIPv6 } from 'node:net';

/** The eight groups of an IPv6 address. */
function groupsOf(ip: string): string[] {
  const [head = '', tail] = ip.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail?.split(':').filter(Boolean) ?? [];
  const middle = tail === undefined ? [] : Array.from({ length: 8 - front.length - back.length }, () => '0');
  return [...front, ...middle, ...back];
}

/** An IPv4 address that is written as an IPv6 one is an IPv4 address. */
export function plainAddress(ip: string): string {
  return ip.replace(/^::ffff:(?=\d+\.)/, '');
}

/** What one caller without a session is counted by: an IPv4 address, or the /64 network of an IPv6 one, whose holder can take any address in it. */
export function addressKey(ip: string | undefined): string {
  if (!ip) return 'unknown';
  const plain = plainAddress(ip);
  return isIPv6(plain) ? groupsOf(plain).slice(0, 4).join(':') : plain;
}

/** The network around an address, such as one holder has it: /24 of IPv4, /48 of IPv6. */
export function networkKey(ip: string | undefined): string {
  if (!ip) return 'unknown';
  const plain = plainAddress(ip);
  return isIPv6(plain) ? groupsOf(plain).slice(0, 3).join(':') : plain.split('.').slice(0, 3).join('.');
}
