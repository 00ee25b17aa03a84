chrome.alarms.onAlarm.addListener(() => {
  $.getJSON('https://example.com/news.json', (news) => console.log($.extend({}, news)));
});
