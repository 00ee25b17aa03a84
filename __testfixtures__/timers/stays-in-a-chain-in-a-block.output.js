const look = () => {
  try {
    chrome.tabs.create({ url: 'https://a.example/' });
    setTimeout(look, 60000);
  } catch (error) {
    console.log('stopped', error);
  }
};
const startLook = () => chrome.alarms.create('look', { delayInMinutes: 1 });
chrome.runtime.onInstalled.addListener(startLook);
chrome.runtime.onStartup.addListener(startLook);
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'look') look();
});
