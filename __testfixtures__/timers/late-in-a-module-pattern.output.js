const jobs = (function () {
  const NOTICE_INTERVAL = 12 * 60 * 60 * 1000;

  function checkForNotices() {
    chrome.storage.local.get({ notices: 0 }, ({ notices }) => chrome.storage.local.set({ notices: notices + 1 }));
  }

  function startNotices() {
    chrome.alarms.get('checkForNotices').then((alarm) => {
      if (!alarm) chrome.alarms.create('checkForNotices', { periodInMinutes: NOTICE_INTERVAL / 60000 });
    }); // twice a day
  }

  chrome.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === 'checkForNotices') checkForNotices();
  });

  return { startNotices };
})();

chrome.storage.local.get('settings').then(() => jobs.startNotices());
