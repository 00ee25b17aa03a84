export let mode = 'rest';
export const distractions = {};
let started = 0;

export function setMode(work) {
  mode = work ? 'work' : 'rest';
  if (work) started++;
}

export function countOf(host) {
  return distractions[host] || 0;
}

export function sessions() {
  return started;
}
