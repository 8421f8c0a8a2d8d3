import { BlockList, isIP, isIPv4 } from "node:net";

/**
 * Ranges that are no hosts of the public internet (IANA special-purpose address registries for IPv4 and IPv6), and the address by
 * which machines at Azure reach their own host.
 */
const NOT_PUBLIC_4 = [
  "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
  "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
];
/** Of the one range that is handed out at all: Teredo and its like, documentation, and 6to4, which lead to IPv4 addresses. */
const NOT_PUBLIC_6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

function listOf(ranges: readonly string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = "", prefix] = range.split("/");
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}

const notPublic4 = listOf(NOT_PUBLIC_4, "ipv4");
const notPublic6 = listOf(NOT_PUBLIC_6, "ipv6");
const given6 = listOf(["2000::/3"], "ipv6");

/** Whether a request may go to an address. IPv4 addresses written as IPv6 ones are refused. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  if (isIPv4(address)) return !notPublic4.check(address, "ipv4");
  return given6.check(address, "ipv6") && !notPublic6.check(address, "ipv6");
}
