import type { UpdateAddressInput } from "../../../generated/schema.ts";

/** Hosts are written one a line; whoever pastes an address means its host. */
export const addressInput = ({ slug, hosts }: { slug: string; hosts: string }): UpdateAddressInput => ({
  slug: slug.trim(),
  redirectHosts: hosts
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((host) => (host.includes("//") ? (URL.parse(host)?.hostname ?? host) : host)),
});
