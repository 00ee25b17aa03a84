/** Match patterns, as manifests write them: https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns */

/** Whether a permission speaks of hosts, well or badly written; `chrome://favicon/` and its kin do not. */
export function isHostPermission(permission: string): boolean {
  return permission === '<all_urls>' || (/[/*]/.test(permission) && !/^chrome:/.test(permission));
}

const PATTERN = /^(?:<all_urls>|file:\/\/.*|(?:\*|https?|wss?|ftp):\/\/(?:\*|(?:\*\.)?(?:\[[\da-f:]+\]|[^\s/*:@[\]]+))(?::(?:\d+|\*))?\/.*)$/;

/** Whether a text is a match pattern that browsers take: all of them, or `firefox`, which knows no wildcard ports and wants a path for files too. */
export function isMatchPattern(text: string, firefox = false): boolean {
  return PATTERN.test(text) && !(firefox && /^[^/]*:\/\/(?:[^/]*:\*|[^/]*$)/.test(text));
}

/** The pattern for whole origins that a match pattern lies in: `https://a.com/b/*` gives `https://a.com/*`. */
export function originPattern(pattern: string): string {
  return pattern === '<all_urls>' ? pattern : pattern.replace(/^([^/]*:\/\/[^/]*)\/.*$/s, '$1/*');
}

/** Whether a match pattern contains another one, as far as scheme and host say: permissions do not look at paths. */
export function covers(pattern: string, other: string): boolean {
  if (pattern === '<all_urls>' || pattern === other) return true;
  const [, scheme, host] = /^([^:]+):\/\/([^/]*)\//.exec(pattern) ?? [];
  const [, otherScheme, otherHost] = /^([^:]+):\/\/([^/]*)\//.exec(other) ?? [];
  if (scheme === undefined || host === undefined || otherScheme === undefined || otherHost === undefined) return false;
  if (scheme !== otherScheme && !(scheme === '*' && /^(https?|wss?)$/.test(otherScheme))) return false;
  if (host === '*' || host === otherHost) return true;
  return host.startsWith('*.') && (otherHost === host.slice(2) || otherHost.endsWith(host.slice(1)));
}
