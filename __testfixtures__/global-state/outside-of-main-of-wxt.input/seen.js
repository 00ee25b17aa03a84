export const seen = [];

export function note(tabId) {
  seen.push(tabId);
}
