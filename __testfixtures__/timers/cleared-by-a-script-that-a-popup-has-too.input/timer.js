var reminder;

function remind() {
  chrome.tabs.create({ url: 'reminder.html' });
}

chrome.windows.onCreated.addListener(function () {
  clearTimeout(reminder);
  reminder = setTimeout(remind, 10 * 60000);
});
