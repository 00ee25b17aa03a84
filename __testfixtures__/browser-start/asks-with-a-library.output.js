$.getJSON('https://example.org/news', (news) => console.log(news.length));

chrome.alarms.onAlarm.addListener(() => console.log('alarm'));

// The browser starts the background for this listener; all else is done at top level.
chrome.runtime.onStartup.addListener(() => {});
