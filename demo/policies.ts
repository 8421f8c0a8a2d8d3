/**
 * The Content-Security-Policy that a host site sends with a page, by the path of the page. The strict one is what the
 * finder needs and not a word more: a script and an answer from the service, and the policy `lit-html` where the host asks
 * for trusted types.
 */
export function contentSecurityPolicies(serviceUrl: string): ReadonlyMap<string, string> {
  const service = new URL(serviceUrl).origin;
  const strict = [
    "default-src 'none'",
    `script-src ${service}`,
    `connect-src ${service}`,
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html",
  ];
  return new Map([
    ["/strict-policy", strict.join("; ")],
    ["/scripts-off", "script-src 'none'"],
  ]);
}
