$.getJSON('https://example.org/news', (news) => console.log(news.length));

chrome.alarms.onAlarm.addListener(() => console.log('alarm'));
