import { BlockList, isIP } from 'node:net';

const closed = new BlockList();
for (const [address, prefix] of [
  // This host, private networks, carrier NAT, link-local (cloud metadata), loopback, protocol and test ranges, multicast, reserved.
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) closed.addSubnet(address, prefix, 'ipv4');

const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
for (const [address, prefix] of [
  // Inside the global range: documentation, tunnels that carry an IPv4 address of anybody's choice, benchmarks.
  ['2001:db8::', 32], ['2001::', 32], ['2002::', 16], ['2001:2::', 48], ['3fff::', 20],
] as const) closed.addSubnet(address, prefix, 'ipv6');

/** Whether an IP address belongs to the public internet. An IPv4 address inside an IPv6 one is judged as what it is. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closed.check(address, 'ipv4');
  if (version !== 6) return false;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isPublicAddress(mapped);
  return open6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}
