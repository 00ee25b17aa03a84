let sound = true;
let rules = [];

chrome.storage.sync.get({ rules: [] }, (items) => {
  rules = items.rules;
});
chrome.storage.local.get({ sound: true }, (items) => {
  sound = items.sound;
});

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && changes.sound) sound = changes.sound.newValue;
});

chrome.alarms.onAlarm.addListener(() => {
  // Turned around for the next time.
  chrome.storage.local.set({ sound: !sound });
  if (rules.length > 0) console.log(sound);
});

chrome.idle.onStateChanged.addListener((state) => {
  if (rules.includes(state)) chrome.storage.local.set({ state });
  console.log(sound);
});
