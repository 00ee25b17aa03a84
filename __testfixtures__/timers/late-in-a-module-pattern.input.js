const jobs = (function () {
  const NOTICE_INTERVAL = 12 * 60 * 60 * 1000;

  function checkForNotices() {
    chrome.storage.local.get({ notices: 0 }, ({ notices }) => chrome.storage.local.set({ notices: notices + 1 }));
  }

  function startNotices() {
    setInterval(checkForNotices, NOTICE_INTERVAL); // twice a day
  }

  return { startNotices };
})();

chrome.storage.local.get('settings').then(() => jobs.startNotices());
