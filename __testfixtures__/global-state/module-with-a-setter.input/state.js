export let mode = 'idle';
let changes = 0;

export function setMode(value) {
  mode = value ? 'record' : 'idle';
  changes++;
}

export { changes as changeCount };
