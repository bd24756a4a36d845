import { BlockList, isIP, isIPv6 } from 'node:net';
import { addressKey, networkKey, plainAddress } from '@crm-vision/common/network';

/** Who tries to sign in, before anything about them is proved. */
export interface Caller {
  /** Key of the address: /64 of IPv6. */
  address: string;
  /** Key of the network around it: /24, or /48 of IPv6. */
  network: string;
  /** Key of the device, when the person has signed in on it before. */
  knownDevice?: string;
}

/** Networks as a BlockList: "10.0.0.0/8", "fc00::/7". Throws for what is none. */
export function networksOf(texts: readonly string[]): BlockList {
  const networks = new BlockList();
  for (const text of texts) {
    const [address = '', prefix = ''] = text.split('/');
    networks.addSubnet(address, /^\d+$/.test(prefix) ? Number(prefix) : NaN, isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return networks;
}

/** The address that a call counts for: the one that a gateway says, of anybody else the one that the connection says. */
export function addressOf(said: string | undefined, peer: string | undefined, gateways: BlockList): string | undefined {
  const from = peer && plainAddress(peer);
  const isGateway = from !== undefined && isIP(from) > 0 && gateways.check(from, isIPv6(from) ? 'ipv6' : 'ipv4');
  return isGateway && said && isIP(said) ? said : from;
}

export function callerAt(ip: string | undefined): Caller {
  return { address: addressKey(ip), network: networkKey(ip) };
}
