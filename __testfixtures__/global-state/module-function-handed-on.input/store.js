export const seen = [];
export function see(item) {
  seen.push(item);
}
