import { rules } from './background.js';

export function check(url) {
  return rules.some((rule) => url.includes(rule));
}
