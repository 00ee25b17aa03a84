function load(url, done) {
  fetch(url).then((response) => response.text()).then((text) => done(JSON.parse(text)));
}

chrome.alarms.onAlarm.addListener(() => load('https://example.com/news.json', console.log));
