export let clicks = 0;
export function click() {
  clicks++;
}
