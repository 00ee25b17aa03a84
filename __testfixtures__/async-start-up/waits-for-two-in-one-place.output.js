let sound = true;
let rules = [];

const rulesLoaded = chrome.storage.sync.get({ rules: [] }).then((items) => {
  rules = items.rules;
}).catch(console.error);
const soundLoaded = chrome.storage.local.get({ sound: true }).then((items) => {
  sound = items.sound;
}).catch(console.error);

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && changes.sound) sound = changes.sound.newValue;
});

chrome.alarms.onAlarm.addListener(async () => {
  await soundLoaded;
  await rulesLoaded;
  // Turned around for the next time.
  chrome.storage.local.set({ sound: !sound });
  if (rules.length > 0) console.log(sound);
});

chrome.idle.onStateChanged.addListener(async (state) => {
  await soundLoaded;
  await rulesLoaded;
  if (rules.includes(state)) chrome.storage.local.set({ state });
  console.log(sound);
});
