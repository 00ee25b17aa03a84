chrome.runtime.onInstalled.addListener(() => {
  if (!localStorage.isInitialized) {
    localStorage.frequency = 1;
    localStorage.isInitialized = true;
  }
});
chrome.alarms.onAlarm.addListener(() => {
  if (localStorage.frequency === undefined) return;
  console.log(localStorage.frequency);
});
