const COLORS = ['red', 'blue'];
const SHADES = ['dark', 'light'];
const TINTS = ['pale'];
const TONES = ['warm'];
let tones = [];

/** What is pushed goes into a list of its own: the constant comes after it. */
function freeColors(taken) {
  let free = [];
  for (const color of COLORS) {
    if (!taken.includes(color)) free.push(color);
  }
  if (free.length === 0) free = COLORS;
  return free.length;
}

/** The second time round, it goes into the constant. */
function freeShades(taken) {
  let free = [];
  for (const shade of taken) {
    free.push(shade);
    free = SHADES;
  }
  return SHADES.length + free.length;
}

/** An inner function is called later than it stands. */
function freeTints(tint) {
  let free = [];
  const add = () => free.push(tint);
  free = TINTS;
  add();
  return TINTS.length;
}

/** What is no local variable is still there at the next call. */
function freeTones(tone) {
  tones.push(tone);
  tones = TONES;
  return TONES.length;
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse([freeColors(message.taken), freeShades(message.taken), freeTints(message.tint), freeTones(message.tone)]);
});
