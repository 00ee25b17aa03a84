function load(url, done) {
  const request = new XMLHttpRequest();
  request.open('GET', url);
  request.onload = () => done(JSON.parse(request.responseText));
  request.send();
}

chrome.alarms.onAlarm.addListener(() => load('https://example.com/news.json', console.log));
