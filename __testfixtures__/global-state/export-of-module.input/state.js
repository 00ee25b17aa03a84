export let mode = 'idle';

export function setMode(value) {
  mode = value;
}
